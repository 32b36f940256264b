import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../project.ts';
import { findViolations } from './find-violations.ts';

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

/** Keeps a picture for people to look at, in `dist/screenshots`, when `DESK_TEST_PICTURES` is set. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env.DESK_TEST_PICTURES) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** No violation of the accessibility rules axe knows once nothing is being opened any more, and nothing to scroll sideways. May keep a picture. */
export async function checkState(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.ant-spin-spinning') === null);
  // A colour on its way to another is none to be judged; what goes round for ever is not waited for.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const isEndless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
      return isEndless || playState !== 'running';
    }),
  );
  await keepPicture(page, name);
  expect(await findViolations(page)).toEqual([]);
  // A page just made narrower takes a moment to lay itself out anew.
  await page.waitForFunction(() => document.documentElement.scrollWidth === document.documentElement.clientWidth);
}
