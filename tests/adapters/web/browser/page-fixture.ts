import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createWebAdapter, ensurePage } from '../../../../adapters/web/index.ts';
import type { Adapter, Desk } from '../../../../src/channel/desk.ts';
import type { Hook } from '../../../../src/channel/hook.ts';
import { messages, ROOT } from '../project.ts';
import { openBrowser } from './open-browser.ts';
import { watchPage } from './watch-page.ts';

export interface PageFixture {
  /** Serves the real page over a desk of the test's own. */
  readonly serve: (
    desk: Desk,
    options?: { port?: number; embedOrigins?: string[]; hooks?: readonly Hook[] },
  ) => Promise<string>;
  /** Stops everything served so far. */
  readonly stopServing: () => Promise<void>;
  /**
   * Opens an address as a person would; `expected` are problems the test provokes on purpose, `before` runs in the page
   * before its own code.
   */
  readonly visit: (
    address: string,
    options?: BrowserContextOptions,
    expected?: RegExp[],
    before?: () => void,
  ) => Promise<Page>;
}

/** One browser for a test file, a fresh context for each visit, and no problem on any page at the end of any test. */
export function usePages(): PageFixture {
  let browser: Browser;
  let adapters: Adapter[] = [];
  let visited: { page: Page; problems: readonly string[] }[] = [];

  async function stopServing(): Promise<void> {
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    adapters = [];
  }

  beforeAll(async () => {
    await ensurePage(ROOT);
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const problems = visited.flatMap((one) => one.problems);
    await Promise.all(visited.map(({ page }) => page.context().close()));
    visited = [];
    await stopServing();
    expect(problems).toEqual([]);
  });

  return {
    stopServing,
    serve: async (desk, { port = 0, embedOrigins = [], hooks = [] } = {}) => {
      const page = { directory: join(ROOT, 'dist/page'), authority: '沈阳市信访局', embedOrigins };
      const adapter = createWebAdapter({ desk, messages, host: '127.0.0.1', port, now: Date.now, page, hooks });
      adapters.push(adapter);
      const address = await adapter.start();
      if (address === null) throw new Error('the adapter has an address');
      return address;
    },
    visit: async (address, options = {}, expected = [], before) => {
      const context = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      if (before !== undefined) await page.addInitScript(before);
      visited.push({ page, problems: watchPage(page, address, expected).problems });
      await page.goto(address);
      return page;
    },
  };
}
