import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ConversationId } from '../../../../src/channel/message.ts';
import { createDemoDesk } from '../../../fakes/demo-desk.ts';
import { createMemoryDesk } from '../../../fakes/memory-desk.ts';
import { hasChromium } from './open-browser.ts';
import { usePages } from './page-fixture.ts';
import { box, choose, groups, lastReply, say, waitForReply } from './talk.ts';
import { checkState, keepPicture } from './watch-page.ts';

const NETWORK_CUT = /net::ERR_/u;

async function readConversation(page: Page): Promise<ConversationId> {
  return (await page.evaluate(() => localStorage.getItem('desk.conversation'))) as ConversationId;
}

describe.skipIf(!hasChromium)('the chat page', () => {
  const { serve, stopServing, visit } = usePages();

  test('can be used with the keyboard alone, and never loses the place', async () => {
    const page = await visit(await serve(createDemoDesk()));
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('跳到输入框');
    await page.keyboard.press('Enter');
    await page.keyboard.type('多久能给答复');
    await waitForReply(page, () => page.keyboard.press('Enter'));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('say');

    for (let presses = 0; !(await focused()).includes('提交公开申请'); presses += 1) {
      expect(presses).toBeLessThan(12);
      await page.keyboard.press('Shift+Tab');
      if ((await focused()).includes('转人工')) await page.keyboard.press('Shift+Tab');
    }
    await waitForReply(page, () => page.keyboard.press('Enter'));
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  test('announces the conversation politely, and what is being waited for', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const desk = createMemoryDesk(async () => {
      await held;
      return { replies: [{ kind: 'text', text: '好了' }] };
    });
    const page = await visit(await serve(desk));
    const log = page.getByRole('log', { name: '对话内容' });
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await box(page).fill('你好');
    await box(page).press('Enter');
    await log.getByText('正在查找').waitFor();
    letGo();
    await log.getByText('好了').waitFor();
    expect(await log.getByText('正在查找').count()).toBe(0);
  });

  test('asks for each field with its own keyboard, label and progress', async () => {
    const page = await visit(await serve(createDemoDesk()));
    await say(page, '我要提交公开申请');
    await page.getByText('第 1 步，共 9 步').waitFor();
    await choose(page, '个人');
    const name = page.getByLabel('姓名或名称');
    expect(await name.getAttribute('autocomplete')).toBe('name');
    await say(page, '王小明');
    const phone = page.getByLabel('联系电话');
    expect([await phone.getAttribute('type'), await phone.getAttribute('autocomplete')]).toEqual(['tel', 'tel']);
    await say(page, '13800001234');
    const description = page.getByLabel('所需信息');
    await description.fill('第一行');
    await description.press('Enter');
    expect(await description.inputValue()).toBe('第一行\n');
    expect(await groups(page).count()).toBe(8);
  });

  test('prints the receipt alone and copies it', async () => {
    const page = await visit(await serve(createDemoDesk()));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const text of ['我要提交公开申请', '2017年度报告全文']) await say(page, text);
    await page.getByRole('button', { name: '复制', exact: true }).click();
    await page.getByText('已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('申请编号：SYXF-2026-000001\n查询码：K7M2-QX9P');

    await page.emulateMedia({ media: 'print' });
    await keepPicture(page, 'print-receipt');
    // biome-ignore lint/performance/useDomNodeTextContent: only what is visible goes on paper
    const visible = (await page.locator('body').innerText()).trim();
    expect(visible.startsWith('公开申请回执')).toBe(true);
    expect(visible).not.toMatch(/您是为自己|查办理进度|已复制/u);
  });

  test('resumes after a reload: what was said, and what was being typed', async () => {
    const page = await visit(await serve(createDemoDesk()));
    await say(page, '多久能给答复');
    await box(page).fill('还没写完的');
    await page.reload();
    await lastReply(page).getByText('20个工作日内答复').waitFor();
    expect(await groups(page).count()).toBe(2);
    expect(await box(page).inputValue()).toBe('还没写完的');
  });

  test('keeps a message written without a network and sends it once', async () => {
    const page = await visit(await serve(createDemoDesk()), {}, [NETWORK_CUT]);
    await page.context().setOffline(true);
    await page.getByText('网络断开了').waitFor();
    await box(page).fill('多久能给答复');
    await box(page).press('Enter');
    await page.getByText('还没送出').waitFor();
    await checkState(page, 'offline');
    await waitForReply(page, () => page.context().setOffline(false));
    await page.getByText('网络断开了').waitFor({ state: 'detached' });
    expect(await groups(page).count()).toBe(2);
  });

  test('notices a network lost while the page was opening, of which no event tells', async () => {
    const page = await visit(await serve(createDemoDesk()), {}, [], () => {
      let looks = 0;
      Object.defineProperty(navigator, 'onLine', {
        get: () => {
          looks += 1;
          return looks === 1;
        },
      });
    });
    await page.getByText('网络断开了').waitFor();
  });

  test('a message written offline survives a reload of the page', async () => {
    const address = await serve(createDemoDesk());
    const page = await visit(address, {}, [NETWORK_CUT, /503/u]);
    await page.route('**/messages', (route) => route.fulfill({ status: 503, body: '{}' }));
    await box(page).fill('多久能给答复');
    await box(page).press('Enter');
    await page.getByText('还没送出').waitFor();
    await page.reload();
    await page.getByText('还没送出').waitFor();
    // One that was on its way when the page was left may have come through: it is answered once all the same.
    await page.unroute('**/messages');
    await page.getByText('还没送出').waitFor({ state: 'detached' });
    await lastReply(page).waitFor();
    expect(await groups(page).count()).toBe(2);
  });

  test('says when the desk is gone, and goes on where it was once another takes its place', async () => {
    const desk = createDemoDesk();
    const address = await serve(desk);
    const page = await visit(address, {}, [NETWORK_CUT]);
    await say(page, '多久能给答复');
    await stopServing();
    await page.getByText('正在重新连接').waitFor();
    await checkState(page, 'lost');
    await page.getByRole('button', { name: '现在重试' }).click();
    await serve(desk, { port: Number(new URL(address).port) });
    desk.writeAsStaff(await readConversation(page), { kind: 'text', text: '我是工作人员，来接着答您。' });
    await page.locator('.group-staff').getByText('来接着答您').waitFor();
    await page.getByText('正在重新连接').waitFor({ state: 'detached' });
    expect(await groups(page).count()).toBe(3);
  });

  test('what staff write appears by itself', async () => {
    const desk = createDemoDesk();
    const page = await visit(await serve(desk));
    await say(page, '转人工');
    desk.writeAsStaff(await readConversation(page), { kind: 'text', text: '您好，我来帮您。' });
    await page.locator('.group-staff').getByText('您好，我来帮您。').waitFor();
    await checkState(page, 'staff');
  });

  test('a refused message can be put back and mended', async () => {
    const page = await visit(await serve(createDemoDesk()), {}, [/413/u]);
    const long = '长'.repeat(30_000);
    await box(page).fill(long);
    await box(page).press('Enter');
    await page.getByText('消息太长了').waitFor();
    await checkState(page, 'refused');
    await page.getByRole('button', { name: '放回输入框修改' }).click();
    expect(await box(page).inputValue()).toBe(long);
    await say(page, '多久能给答复');
  });

  test('shows markup in a message as the characters it is', async () => {
    const text = '<img src=x onerror=alert(1)> **不是** <b>标签</b>';
    const page = await visit(await serve(createMemoryDesk(() => ({ replies: [{ kind: 'text', text }] }))));
    await say(page, '<script>alert(1)</script>');
    expect(await lastReply(page).locator('p').last().textContent()).toBe(text);
    expect(await page.locator('.log img, .log b, .log script').count()).toBe(0);
  });

  test('starting over asks first, then begins a new conversation', async () => {
    const page = await visit(await serve(createDemoDesk()));
    await say(page, '多久能给答复');
    const before = await readConversation(page);
    await page.getByRole('button', { name: '重新开始' }).click();
    // Escape belongs to the dialog once the focus is in it.
    await page.locator('dialog :focus').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await groups(page).count()).toBe(2);
    await page.getByRole('button', { name: '重新开始' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重新开始' }).click();
    await page.locator('.welcome').waitFor();
    expect(await readConversation(page)).not.toBe(before);
    await say(page, '多久能给答复');
    expect(await groups(page).count()).toBe(2);
  });

  test('language, colours and size are remembered on the device', async () => {
    const page = await visit(await serve(createDemoDesk()));
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.getByRole('button', { name: 'Large text' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'What would you like to know?' }).waitFor();
    const root = await page.evaluate(() => ({
      ...document.documentElement.dataset,
      lang: document.documentElement.lang,
    }));
    expect(root).toEqual({ theme: 'dark', size: 'large', lang: 'en' });
  });
});
