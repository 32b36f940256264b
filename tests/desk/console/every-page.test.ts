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
import { goTo, listVisits } from './visits.ts';
import { takeTurns } from './work-on-case.ts';

const now = () => new Date();
const DESK = { width: 1280, height: 900 };
/** What is left of 1280 pixels where everything is magnified twice, and four times. */
const MAGNIFIED = [640, 320];

/** Frames a page just made narrower may take to lay itself out anew. */
const FRAMES = 30;

/** Words cut off once the page has laid itself out. */
async function findCutOffAtRest(page: Page): Promise<string[]> {
  let found = await findCutOff(page);
  for (let frame = 0; found.length > 0 && frame < FRAMES; frame += 1) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    found = await findCutOff(page);
  }
  return found;
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
    wrong.push(...(await findCutOffAtRest(page)).map((words) => `${name} at ${width}: ${words} is cut off`));
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
