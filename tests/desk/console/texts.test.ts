import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { hire } from '../api/open-office.ts';
import { checkState, useConsole } from './console-fixture.ts';
import { moveTo } from './use-keyboard.ts';
import { takeTurns } from './work-on-case.ts';

const now = () => new Date();

describe.skipIf(!hasChromium)('an editor', () => {
  const { openHouse, visit } = useConsole();

  test('finds a text by what it says, changes it in both languages on a phone, by keyboard, and sees it on a channel', {
    timeout: 90_000,
  }, async () => {
    const { store, address } = await openHouse();
    await hire({ store, now }, 'li', ['knowledge_editor'], { name: '李姐' });
    const page = await visit(`${address}desk/knowledge/entries`, { viewport: { width: 320, height: 640 } });
    await takeTurns(page)('li', `${address}desk/knowledge/entries`);
    await page.getByLabel('类别').click();
    await page.getByTitle('对市民说的话').click();
    await page.getByLabel('在哪里说').fill('通知');
    await page.getByTitle('办理通知').click();
    await page.getByLabel('查找：写的是什么，或拼音').fill('已于 确认收到');
    const found = page.getByRole('button', { name: /您的申请\{number\}已于/u });
    await found.waitFor();
    await checkState(page, 'texts found');
    await found.focus();
    await page.keyboard.press('Enter');

    const chinese = page.getByLabel('中文', { exact: true });
    await chinese.waitFor();
    await page.getByText('例如：SPB-2026-000012').waitFor();
    await checkState(page, 'a text as it stands');
    await chinese.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('收到了，编号是{number}，最晚{due}答复。');
    await moveTo(page, '英文');
    await page.getByText('少了变量 {receivedOn}').first().waitFor();
    await checkState(page, 'a text that lacks a value');
    await expect.poll(() => page.getByRole('button', { name: '提交复核' }).isDisabled()).toBe(true);

    await chinese.focus();
    await page.keyboard.press('End');
    await page.keyboard.type('收到日期：{receivedOn}。');
    await moveTo(page, '英文');
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.getByText('少了变量').first().waitFor({ state: 'hidden' });
    const preview = page.getByRole('region', { name: '市民看到的样子' });
    await preview
      .getByText('收到了，编号是SPB-2026-000012，最晚2026年7月28日答复。收到日期：2026年6月30日。')
      .waitFor();
    await checkState(page, 'a text that holds');
    await page.reload();
    await chinese.waitFor();
    await expect
      .poll(() => chinese.inputValue())
      .toBe('收到了，编号是{number}，最晚{due}答复。收到日期：{receivedOn}。');
  });
});
