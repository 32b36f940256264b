import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keyOf, nameDigest, readDigests } from '../../../src/desk/digests/index.ts';
import { ROLES } from '../../../src/roles.ts';
import { findCutOff } from '../../adapters/web/browser/find-cut-off.ts';
import { findViolations } from '../../adapters/web/browser/find-violations.ts';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { say } from '../../adapters/web/browser/talk.ts';
import { keepPicture } from '../../adapters/web/browser/watch-page.ts';
import { hire } from '../api/open-office.ts';
import { type House, useConsole } from './console-fixture.ts';
import { listRoutes } from './list-routes.ts';
import { seedDesk } from './seed-desk.ts';
import { takeTurns } from './work-on-case.ts';

const now = () => new Date();
const DESK = { width: 1280, height: 900 };
/** What is left of 1280 pixels where everything is magnified twice, and four times. */
const MAGNIFIED = [640, 320];

interface Visit {
  readonly path: string;
  /** Words that stand there once everything was read. */
  readonly shows: string | RegExp;
}

/** Where each address leads in the seeded desk. A page that is missing here fails the test. */
function listVisits(number: string, digest: string): Readonly<Record<string, Visit>> {
  return {
    '/': { path: '/', shows: '待核对的答复' },
    '/conversations': { path: '/conversations', shows: '编号找不到了' },
    '/conversations/:id': { path: '/conversations/1', shows: '我来接待' },
    '/conversations/answers/:id': { path: '/conversations/answers/1', shows: '核对无误，发送' },
    '/requests': { path: '/requests', shows: number },
    '/requests/:number': { path: `/requests/${number}`, shows: '答复期限：' },
    '/knowledge': { path: '/knowledge', shows: '问过 2 次' },
    '/knowledge/entries': { path: '/knowledge/entries', shows: '多久答复' },
    '/knowledge/drafts': { path: '/knowledge/drafts', shows: '草稿' },
    '/knowledge/drafts/:id': { path: '/knowledge/drafts/1', shows: '写下意见' },
    '/knowledge/lists': { path: '/knowledge/lists', shows: '信访风险评估' },
    '/knowledge/links': { path: '/knowledge/links', shows: '还没有检查过' },
    '/knowledge/import': { path: '/knowledge/import', shows: '选择文件' },
    '/knowledge/releases': { path: '/knowledge/releases', shows: '发布版' },
    '/people': { path: '/people', shows: '李姐' },
    '/hours': { path: '/hours', shows: '增加特殊日期' },
    '/channels': { path: '/channels', shows: 'Telegram' },
    '/retention': { path: '/retention', shows: '5' },
    '/keys': { path: '/keys', shows: '使用中' },
    '/figures': { path: '/figures', shows: '沈阳市公安局' },
    '/digests': { path: '/digests', shows: '每日访情' },
    '/digests/:name': { path: `/digests/${digest}`, shows: '每日访情' },
    '/report': { path: '/report', shows: '主动公开政府信息（条）' },
    '/record': { path: '/record', shows: '登录' },
  };
}

/** Goes on within the page, as a click in the menu does. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/desk${path}`);
}

/** What is wrong with the page at every size it may be read at. */
async function lookAt(page: Page, name: string): Promise<string[]> {
  const wrong = (await findViolations(page)).map((problem) => `${name} ${problem}`);
  for (const width of MAGNIFIED) {
    await page.setViewportSize({ width, height: 760 });
    const wide = await page
      .waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, null, {
        timeout: 3000,
      })
      .then(
        () => [],
        () => [`${name} scrolls sideways at ${width}`],
      );
    wrong.push(...wide);
    wrong.push(...(await findCutOff(page)).map((words) => `${name} at ${width}: ${words} is cut off`));
    await keepPicture(page, `every-${name}-${width}`);
  }
  await page.setViewportSize(DESK);
  return wrong;
}

describe.skipIf(!hasChromium)('every page', () => {
  const { openHouse, visit } = useConsole();

  async function enter({ store, address }: House) {
    await hire({ store, now }, 'li', ROLES, { name: '李姐' });
    const page = await visit(`${address}desk/`, { viewport: DESK }, [/status of 500/u]);
    await takeTurns(page)('li', `${address}desk/`);
    return page;
  }

  test('breaks no rule of accessibility, does not scroll sideways and cuts nothing off, magnified twice and four times', {
    timeout: 150_000,
  }, async () => {
    const house = await openHouse();
    const numbers = await seedDesk(house.store, now());
    const [digest] = await readDigests(house.store, { most: 1 });
    const page = await enter(house);
    await goTo(page, '/knowledge/entries');
    await page.getByRole('button', { name: '多久答复' }).click();
    await page.getByLabel('写下意见').waitFor();

    const visits = listVisits(numbers[1] ?? '', digest ? nameDigest(keyOf(digest)) : '');
    // Built for people, not for developers, even when a test was the first to need it.
    expect(await page.locator('[class*=css-dev-only]').count()).toBe(0);
    expect(Object.keys(visits).toSorted()).toEqual(listRoutes());
    const wrong: string[] = [];
    for (const [route, { path, shows }] of Object.entries(visits)) {
      await goTo(page, path);
      await page.locator('#main').getByText(shows).first().waitFor();
      await page.waitForFunction(() => !document.getElementById('main')?.textContent.includes('正在打开'));
      const name = route.replaceAll(/[/:]+/gu, '-').replace(/^-$/u, '-today').slice(1);
      await keepPicture(page, `every-${name}`);
      wrong.push(...(await lookAt(page, name)));
    }
    expect(wrong).toEqual([]);
  });

  test('and the chat page beside it, dark and light', { timeout: 60_000 }, async () => {
    const { address } = await openHouse();
    const page = await visit(address, { viewport: { width: 320, height: 760 } });
    await say(page, '申请公开要多久答复');
    const wrong: string[] = [];
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      wrong.push(...(await lookAt(page, `chat-${colorScheme}`)));
    }
    expect(wrong).toEqual([]);
  });

  test('breaks none where there is nothing yet, nor where the desk cannot be reached', {
    timeout: 90_000,
  }, async () => {
    const page = await enter(await openHouse());
    const wrong: string[] = [];
    for (const path of listRoutes().filter((route) => !route.includes(':'))) {
      await goTo(page, path);
      await page.locator('#main h1').waitFor();
      await page.waitForFunction(() => !document.getElementById('main')?.textContent.includes('正在打开'));
      await keepPicture(page, `empty-${path.replaceAll('/', '-')}`);
      wrong.push(...(await findViolations(page)).map((problem) => `${path} ${problem}`));
    }
    await page.route('**/desk/api/**', (route) => route.fulfill({ status: 500, json: {} }));
    await page.reload();
    await page.getByRole('alert').waitFor();
    wrong.push(...(await findViolations(page)));
    expect(wrong).toEqual([]);
  });
});
