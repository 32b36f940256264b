import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { hire, PASSWORD } from '../api/open-office.ts';
import { signIn, useConsole } from './console-fixture.ts';
import { fileAll, holdAll, LINES, REQUESTS, replyAll, sayAll } from './fill-with-payloads.ts';
import { PAYLOADS } from './payloads.ts';

const now = () => new Date();

describe.skipIf(!hasChromium)('words of citizens and staff', () => {
  const { openHouse, visit } = useConsole();

  test('are shown as words: none of 400 that could run does', { timeout: 120_000 }, async () => {
    expect(PAYLOADS).toHaveLength(400);
    const { store, address } = await openHouse();
    const li = await hire({ store, now }, 'li', ['registrar'], { name: '李姐' });
    await sayAll(store);
    await replyAll(store, li.id);
    await holdAll(store);
    const number = await fileAll(store);
    // Nobody touches the page: its alarm cannot sound.
    const page = await visit(`${address}desk/`, {}, [/AudioContext was not allowed/u]);
    const ran: number[] = [];
    await page.exposeFunction('ran', (which: number) => ran.push(which));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => ran.push(-1)));
    await signIn(page, 'li', PASSWORD);
    await page.getByRole('heading', { name: '今天' }).waitFor();

    for (const [id, from] of [
      [1, 'citizen'],
      [2, 'citizen'],
      [3, 'staff'],
    ]) {
      await page.goto(`${address}desk/conversations/${id}`);
      await page
        .locator(`.line-${from}`)
        .nth(LINES - 1)
        .waitFor();
      expect(await page.locator(`.line-${from} .line-text`).allTextContents()).toContainEqual(
        expect.stringContaining('<script>ran('),
      );
    }
    // What was said before a correction, the names of files, and notes of colleagues.
    expect(await page.locator('.line del').count()).toBe(LINES / 2);
    expect(await page.getByText('ran(399)').count()).toBeGreaterThanOrEqual(4);
    await page.goto(`${address}desk/conversations/answers/1`);
    await page.getByText('ran(399)').nth(1).waitFor();
    await page.goto(`${address}desk/requests`);
    await page.locator('.ant-table-row').first().waitFor();
    await page.getByText('按状态').click();
    await page
      .locator('.board li')
      .nth(REQUESTS - 1)
      .waitFor();
    await page.goto(`${address}desk/requests/${number}`);
    await page.getByRole('button', { name: '查看完整个人信息' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('核对');
    await page.getByRole('dialog').getByRole('button', { name: '查看完整个人信息' }).click();
    await page.getByText('ran(').first().waitFor();
    // Notes of calls, and names of the files that came with it.
    await page.locator('.ant-timeline').getByText('ran(399)').first().waitFor();
    await page.locator('li', { hasText: 'ran(399)' }).getByRole('button').first().waitFor();
    await page.getByText('文书', { exact: true }).waitFor();
    await page.locator('.ant-collapse-header').first().click();
    await page.locator('.paper').first().waitFor();
    expect(ran).toEqual([]);
  });
});
