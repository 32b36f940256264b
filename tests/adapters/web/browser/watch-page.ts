import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../project.ts';

const SCREENSHOTS = join(ROOT, 'dist/screenshots');

export interface PageWatch {
  /** What went wrong on the page so far: errors, refused code, requests to anywhere else. */
  readonly problems: readonly string[];
}

/** Listens for everything a careful page never does. `expected` are messages a test provokes on purpose. */
export function watchPage(page: Page, origin: string, expected: readonly RegExp[] = []): PageWatch {
  const problems: string[] = [];
  const note = (problem: string): void => {
    if (!expected.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) note(`outside request: ${request.url()}`);
  });
  return { problems };
}

/** Keeps a picture for people to look at, in `dist/screenshots`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** No violation of the accessibility rules axe knows, and nothing to scroll sideways. Keeps a picture. */
export async function checkState(page: Page, name: string): Promise<void> {
  await keepPicture(page, name);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(page.frames().length === 1)
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBe(0);
}
