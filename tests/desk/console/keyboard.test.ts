import { describe, expect, test } from 'vitest';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { hire } from '../api/open-office.ts';
import { checkState, useConsole } from './console-fixture.ts';
import { seedDesk } from './seed-desk.ts';
import { arrowTo, moveTo, signInByKeyboard, whereIsFocus } from './use-keyboard.ts';

const now = () => new Date();

describe.skipIf(!hasChromium)('with the keyboard alone', () => {
  const { openHouse, visit } = useConsole();

  test('an agent picks somebody up, answers and ends; a handler opens a case and takes its next step', {
    timeout: 120_000,
  }, async () => {
    const { store, address } = await openHouse();
    const numbers = await seedDesk(store, now());
    await hire({ store, now }, 'wang', ['chat_agent'], { name: '王芳' });

    const page = await visit(`${address}desk/`);
    await signInByKeyboard(page, 'wang');
    // Past header and menu at once.
    await moveTo(page, '跳到正文', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await whereIsFocus(page)).toMatchObject({ inMain: true });
    await moveTo(page, '今天', 'Shift+Tab');
    await arrowTo(page, '会话');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '会话', exact: true }).waitFor();
    expect(await whereIsFocus(page)).toMatchObject({ name: '会话' });

    await moveTo(page, '编号找不到了');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '我来接待' }).waitFor();
    await moveTo(page, '我来接待');
    await page.keyboard.press('Space');
    await page.getByLabel('回复').waitFor();
    // The button is gone: whoever pressed it can write at once.
    await expect.poll(() => whereIsFocus(page)).toMatchObject({ name: '回复' });
    await page.keyboard.type('您好，我帮您查一下。');
    await moveTo(page, '发送');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '立即发出' }).waitFor();
    await moveTo(page, '立即发出', 'Shift+Tab');
    await page.keyboard.press('Space');
    await page.locator('.line-staff', { hasText: '我帮您查一下' }).waitFor();

    await moveTo(page, '结束会话');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect.poll(() => whereIsFocus(page)).toMatchObject({ name: '原因', inDialog: true });
    await checkState(page, 'keyboard-1-dialog');
    // The dialog keeps the focus from the page behind it, gives it up at Escape, and gives it back to where it was.
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      const { inDialog, nowhere } = await whereIsFocus(page);
      expect(inDialog || nowhere).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => whereIsFocus(page)).toMatchObject({ name: '结束会话', inDialog: false });
    await page.keyboard.press('Enter');
    await expect.poll(() => whereIsFocus(page)).toMatchObject({ name: '原因' });
    await page.keyboard.type('已答复');
    await moveTo(page, '结束会话');
    await page.keyboard.press('Enter');
    await page.getByText('已结束', { exact: true }).last().waitFor();

    await moveTo(page, '王芳', 'Shift+Tab', 60);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '退出', exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await arrowTo(page, '退出');
    await page.keyboard.press('Enter');

    await signInByKeyboard(page, 'handler');
    await page.getByRole('link', { name: numbers[1] ?? '' }).waitFor();
    await moveTo(page, numbers[1] ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '填处理单、提出处理建议' }).waitFor();
    await moveTo(page, '填处理单');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('管辖').waitFor();
    await expect.poll(() => whereIsFocus(page)).toMatchObject({ name: '管辖', inDialog: true });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await moveTo(page, '处理建议');
    await page.keyboard.type('属于本局职责，建议提供');
    await moveTo(page, '填处理单');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('处理单待审批').first().waitFor();

    // Nothing on the page holds the focus: with Tab alone one comes past everything, back to the beginning.
    await moveTo(page, '跳到正文', 'Tab', 80);
  });
});
