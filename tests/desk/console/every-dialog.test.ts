import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { keyOf, nameDigest, readDigests } from '../../../src/desk/digests/index.ts';
import { ROLES } from '../../../src/roles.ts';
import { findViolations } from '../../adapters/web/browser/find-violations.ts';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { keepPicture } from '../../adapters/web/browser/watch-page.ts';
import { hire } from '../api/open-office.ts';
import { useConsole } from './console-fixture.ts';
import { seedDesk } from './seed-desk.ts';
import { goTo, listVisits } from './visits.ts';
import { takeTurns } from './work-on-case.ts';

const now = () => new Date();
/** How long a dialog may take to open, in milliseconds, before its button is taken for one that opens none. */
const SOON = 900;

/** Presses a button of the page; whether a dialog came up, and stands still. */
async function opens(page: Page, name: string): Promise<boolean> {
  const button = page.locator('#main').getByRole('button', { name, exact: true }).first();
  if (!(await button.isVisible()) || !(await button.isEnabled())) return false;
  await button.click({ timeout: 3000 });
  const opened = await page
    .getByRole('dialog')
    .first()
    .waitFor({ timeout: SOON })
    .then(
      () => true,
      () => false,
    );
  if (opened)
    await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  return opened;
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const gone = page.getByRole('dialog').first().waitFor({ state: 'hidden', timeout: SOON });
  await gone.catch(() => page.reload());
}

/** Pressing every button there is takes minutes: only where a dose is given. */
const isAsked = Number(process.env.DESK_TEST_DOSE ?? 0) > 0;

describe.skipIf(!hasChromium || !isAsked)('every dialog', () => {
  const { openHouse, visit } = useConsole();

  test('that a button of any page opens breaks no rule of accessibility', { timeout: 900_000 }, async () => {
    const { store, address } = await openHouse();
    const numbers = await seedDesk(store, now());
    const [digest] = await readDigests(store, { most: 1 });
    await hire({ store, now }, 'li', ROLES, { name: '李姐' });
    const page = await visit(`${address}desk/`, { viewport: { width: 1280, height: 900 } }, [/status of [45]\d\d/u]);
    await takeTurns(page)('li', `${address}desk/`);
    await goTo(page, '/knowledge/entries');
    await page.getByRole('button', { name: '多久答复' }).click();
    await page.getByLabel('写下意见').waitFor();

    const dialogs: string[] = [];
    const wrong: string[] = [];
    const visits = listVisits(numbers[1] ?? '', digest ? nameDigest(keyOf(digest)) : '');
    for (const [route, { path, shows }] of Object.entries(visits)) {
      const open = async () => {
        await goTo(page, path);
        await page
          .locator('#main')
          .getByText(shows)
          .first()
          .waitFor({ timeout: 5000 })
          .catch(() => {});
      };
      await open();
      const names = await page.locator('#main').getByRole('button').allInnerTexts();
      for (const name of new Set(names.map((each) => each.trim()).filter(Boolean))) {
        await open();
        if (!(await opens(page, name))) continue;
        dialogs.push(`${route} ${name}`);
        await keepPicture(page, `dialog-${dialogs.length}`);
        wrong.push(...(await findViolations(page)).map((problem) => `${route} ${name}: ${problem}`));
        await close(page);
      }
    }
    process.stdout.write(`${dialogs.join('\n')}\n`);
    expect(dialogs.length).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });
});
