import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createWebAdapter, ensurePage, CAPABILITIES as WEB } from '../../../adapters/web/index.ts';
import { createScanner } from '../../../src/attachments/index.ts';
import { ensureAssets, folderOf } from '../../../src/build-assets.ts';
import { PLAIN_CAPABILITIES } from '../../../src/channel/capabilities.ts';
import type { Adapter } from '../../../src/channel/desk.ts';
import type { FileSource } from '../../../src/channel/file-source.ts';
import type { Release } from '../../../src/conversation/release.ts';
import { turn } from '../../../src/conversation/turn.ts';
import { createDesk } from '../../../src/delivery/index.ts';
import { createDeskApi } from '../../../src/desk/api/index.ts';
import { CONSOLE } from '../../../src/desk/console/assets.ts';
import { readReplyFile } from '../../../src/desk/replies/index.ts';
import { createDocumentFiles, createRenderer } from '../../../src/documents/index.ts';
import type { TreeLocation } from '../../../src/knowledge/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import { createOpenSide } from '../../../src/open/index.ts';
import { createDownload } from '../../../src/own-documents/index.ts';
import { importBytes } from '../../../src/reports/open/open-report.ts';
import type { Store } from '../../../src/store/index.ts';
import { openBrowser } from '../../adapters/web/browser/open-browser.ts';
import { checkState, watchPage } from '../../adapters/web/browser/watch-page.ts';
import { messages, ROOT } from '../../adapters/web/project.ts';
import { openRelease } from '../../conversation/converse.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { FIVE_DAYS, NO_KEYS, passwords } from '../api/open-office.ts';
import { SOUND, tryHere } from '../api/try-here.ts';
import { UNSET_CHANNEL } from '../api/unset-channel.ts';

const AUTHORITY = '沈阳市信访局';

/** The whole house behind one address: the chat page in front, the console and its interface below `/desk`. */
export interface House {
  readonly store: Store;
  readonly address: string;
  readonly release: Release;
}

export interface ConsoleFixture {
  /** `knowledge` is what is served while nothing is published; the small sound one when left out. */
  readonly openHouse: (knowledge?: TreeLocation) => Promise<House>;
  /** A browser of somebody's own. Nothing on its pages may go wrong but what is `expected`. */
  readonly visit: (address: string, options?: BrowserContextOptions, expected?: readonly RegExp[]) => Promise<Page>;
}

/** Refusals are answers here: a sign-in page asks first whether somebody is signed in. */
const REFUSED = /Failed to load resource: the server responded with a status of 4\d\d/u;

/** One browser for a test file; no problem on any page at the end of any test. */
export function useConsole(): ConsoleFixture {
  const release = openRelease();
  let browser: Browser;
  let adapters: Adapter[] = [];
  let visited: { page: Page; problems: readonly string[] }[] = [];

  beforeAll(async () => {
    await Promise.all([ensurePage(ROOT), ensureAssets(ROOT, CONSOLE)]);
    browser = await openBrowser();
  }, 120_000);
  afterAll(() => browser.close());
  afterEach(async () => {
    const problems = visited.flatMap((one) => one.problems);
    await Promise.all(visited.map(({ page }) => page.context().close()));
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    [visited, adapters] = [[], []];
    expect(problems).toEqual([]);
  });

  return {
    async openHouse(knowledge = SOUND) {
      const store = await openTemporary();
      const now = () => new Date();
      const common = { store, now, random: randomBytes, logger: silentLogger };
      const render = createRenderer();
      const letters = createDocumentFiles({ store, release: () => release, render });
      const files: FileSource = (reference, most) => readReplyFile(store, reference, most) ?? letters(reference, most);
      const desk = createDesk({ ...common, channel: 'web', release: () => release, turn, files });
      const deskApi = createDeskApi({
        ...common,
        messages,
        release: () => release,
        passwords,
        caseRules: () => ({ regimes: release.base.regimes, calendar: release.calendar }),
        knowledge,
        tryRelease: tryHere,
        readReport: importBytes,
        checkLinks: async ([address = '']) => new Map([[address, { kind: 'dead', why: '404' }]]),
        channels: async () => [
          { name: 'web', capabilities: WEB },
          { name: 'plain', capabilities: PLAIN_CAPABILITIES },
        ],
        standardHours: () => release.base.hours,
        retention: () => ({ ...FIVE_DAYS, spoolDirectory: '' }),
        channelStandings: async () => [UNSET_CHANNEL],
        render,
        authorityName: () => AUTHORITY,
        keys: NO_KEYS,
        scan: createScanner(''),
        announce: () => void desk.catchUp(),
      });
      const adapter = createWebAdapter({
        desk,
        messages,
        deskApi: async () => deskApi,
        host: '127.0.0.1',
        port: 0,
        now: Date.now,
        page: { directory: join(ROOT, 'dist/page'), authority: AUTHORITY, embedOrigins: [] },
        console: { directory: folderOf(ROOT, CONSOLE), authority: AUTHORITY },
        hooks: [
          ...createOpenSide({ release: () => release, now }),
          createDownload({ store, release: () => release, now, render }),
        ],
      });
      adapters.push(adapter);
      return { store, release, address: (await adapter.start()) ?? '' };
    },
    async visit(address, options = {}, expected = []) {
      const context = await browser.newContext({
        locale: 'zh-CN',
        reducedMotion: 'reduce',
        viewport: { width: 1200, height: 800 },
        ...options,
      });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      visited.push({ page, problems: watchPage(page, new URL(address).origin, [REFUSED, ...expected]).problems });
      await page.goto(address);
      return page;
    },
  };
}

/** Signs in somebody who needs no more than a password. */
export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(name);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

export { checkState };
