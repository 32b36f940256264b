import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { hire } from '../api/open-office.ts';
import { useConsole } from './console-fixture.ts';
import { takeTurns } from './work-on-case.ts';

const now = () => new Date();
const NEXT = now().getFullYear() + 1;

describe.skipIf(!hasChromium)('an editor', () => {
  const { openHouse, visit } = useConsole();

  test('enters the holidays of a year; what is typed while a save is on its way is kept as well', {
    timeout: 60_000,
  }, async () => {
    const { store, address } = await openHouse();
    await hire({ store, now }, 'li', ['knowledge_editor'], { name: '李姐' });
    const page = await visit(`${address}desk/knowledge/entries`);
    await takeTurns(page)('li', `${address}desk/knowledge/entries`);
    await page.getByLabel('类别').click();
    await page.getByTitle('放假安排').click();
    await page.getByRole('button', { name: `录入${NEXT}年放假安排` }).click();
    let saves = 0;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/knowledge/drafts/*', async (route) => {
      if (route.request().method() === 'PUT' && ++saves === 1) await held;
      await route.continue();
    });
    await page.getByLabel('通知的标题').fill('某年放假的通知');
    await page.getByRole('button', { name: '增加放假' }).click();
    await page.getByLabel('节日').fill('春节');
    await page.getByLabel('第一天').fill(`${NEXT}-02-05`);
    await page.getByLabel('最后一天').fill(`${NEXT}-02-11`);
    await page.getByLabel('写下意见').focus();
    release();
    await page.getByText('已保存', { exact: true }).waitFor();
    await expect.poll(() => saves).toBe(2);
    await page.reload();
    await page.getByLabel('通知的标题').waitFor();
    for (const [label, value] of [
      ['通知的标题', '某年放假的通知'],
      ['节日', '春节'],
      ['最后一天', `${NEXT}-02-11`],
    ] as const)
      await expect.poll(() => page.getByLabel(label).inputValue()).toBe(value);
    await page.getByText('国庆节').first().waitFor();
  });
});
