import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** The smaller build: it is handed to every document that is looked at. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page; undefined where axe is not there yet. */
async function runAxe(): Promise<string[] | undefined> {
  const { axe } = globalThis as unknown as { readonly axe?: typeof Axe };
  // Each frame is asked by itself, and nobody reads where exactly a node stands.
  const { violations } = (await axe?.run(document, {
    resultTypes: ['violations'],
    preload: false,
    iframes: false,
    selectors: false,
  })) ?? { violations: undefined };
  return violations?.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function findInFrame(frame: Frame): Promise<string[]> {
  const found = await frame.evaluate(runAxe);
  if (found !== undefined) return found;
  await frame.evaluate(SOURCE);
  return (await frame.evaluate(runAxe)) ?? ['axe did not start'];
}

/** What breaks a rule axe knows, in every frame: the rule and the elements. */
export async function findViolations(page: Page): Promise<string[]> {
  return (await Promise.all(page.frames().map(findInFrame))).flat();
}
