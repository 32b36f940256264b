import { randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/day.ts';
import { issueDaily } from '../../../src/desk/digests/index.ts';
import { createFirstAdministrator } from '../../../src/desk/identity/index.ts';
import {
  addAttachment,
  holdAnswer,
  keepAttachment,
  readAccesses,
  recordInquiry,
  recordUnanswered,
  writeContent,
} from '../../../src/store/index.ts';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { say } from '../../adapters/web/browser/talk.ts';
import { fileRequest } from '../../cases/office.ts';
import { asText } from '../../reports/made-report.ts';
import { hire, PASSWORD, passwords } from '../api/open-office.ts';
import { checkState, type House, signIn, useConsole } from './console-fixture.ts';

const now = () => new Date();
const NEXT = 'seven grey herons at noon';

/** A few inquiries, for the figures. */
async function askAround({ store }: House): Promise<void> {
  const asked = ['fees', 'fees', 'time-limit', 'pension', 'tax'].entries();
  for (const [index, subject] of asked) {
    const referred = index > 2;
    const inquiry = {
      on: dayOf(new Date(now().getTime() - index * 86_400_000)),
      kind: referred ? 'referral' : 'answer',
      subject,
      authority: referred ? '沈阳市人力资源和社会保障局' : null,
      place: null,
      confidence: 0.9,
      instead: false,
      release: null,
    } as const;
    const key = { channel: index % 2 ? 'wechat' : 'web', conversation: `c${index}` };
    await recordInquiry(store, key, `m${index}`, inquiry);
  }
}

/** A file of the requester, looked at and kept. */
async function sendFile({ store }: House, number: string): Promise<void> {
  const [id, bytes] = ['a'.repeat(32), Buffer.from('补充说明')];
  const file = { id, number, name: '说明.txt', reference: 'r', size: bytes.length };
  await store.transaction(async (executor) => {
    await addAttachment(executor, { channel: 'web', conversation: 'c1' }, file, now());
    await writeContent(executor, id, bytes);
    await keepAttachment(executor, id, { mediaType: 'text/plain', size: bytes.length, scan: 'unscanned' });
  });
}

async function miss({ store }: House, ...questions: readonly string[]): Promise<void> {
  for (const question of questions) {
    const asked = { question, nearest: 'answer-deadline', channel: 'web', why: 'unsettled' } as const;
    await store.transaction((executor) => recordUnanswered(executor, asked, now()));
  }
}

/** An answer of the bot to this citizen that somebody has to approve. */
async function hold({ store }: House, question: string): Promise<void> {
  const [key] = await store.db.selectFrom('queue').select(['channel', 'conversation']).execute();
  if (!key) throw new Error('nobody asked for a person');
  const replies = [{ kind: 'text', text: '一般不收费。' }] as const;
  const held = { subject: 'answer/is-it-free', why: 'listed', confidence: 1, release: 'x', question, replies } as const;
  await store.transaction((executor) => holdAnswer(executor, key, held, now()));
}

/** What a page has called people with. */
interface Called {
  readonly called: { notices: number; tones: number };
}

/** Counts the tones and notices of a page nobody looks at, whose clock can be put forward. */
async function countCalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const called = { notices: 0, tones: 0 };
    Object.assign(globalThis, { called });
    Object.defineProperty(document, 'hidden', { get: () => true });
    const sound = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function count(this: AudioContext) {
      called.tones += 1;
      return sound.call(this);
    };
    class Counted {
      static permission = 'granted';
      constructor() {
        called.notices += 1;
      }
    }
    Object.assign(globalThis, { Notification: Counted });
  });
  await page.clock.install();
  await page.reload();
}

describe.skipIf(!hasChromium)('the console', () => {
  const { openHouse, visit } = useConsole();
  const openDesk = ({ address }: House) => visit(`${address}desk`);

  test('an administrator comes in by the one-time password, binds an authenticator and adds a person', {
    timeout: 150_000,
  }, async () => {
    const house = await openHouse();
    const first = await createFirstAdministrator(house.store, passwords, '管理员', randomBytes, now());
    const page = await openDesk(house);
    await checkState(page, 'console-1-sign-in');
    await signIn(page, first?.signInName ?? '', first?.oneTimePassword ?? '');
    await page.getByLabel('现在的密码').fill(first?.oneTimePassword ?? '');
    await page.getByLabel('新密码', { exact: true }).fill(NEXT);
    await page.getByLabel('再输一遍新密码').fill(NEXT);
    await page.getByRole('button', { name: '更换密码' }).click();
    const secret = (await page.locator('.enrol code').textContent()) ?? '';
    await checkState(page, 'console-2-enrol');
    await page.getByLabel('验证码').fill(generateSync({ secret }));
    await page.getByRole('button', { name: '绑定' }).click();
    await checkState(page, 'console-3-recovery');
    await page.getByRole('button', { name: '已经抄好，进入办理台' }).click();
    await page.getByRole('heading', { name: '人员与权限' }).waitFor();
    await page.getByRole('button', { name: '新增处室' }).click();
    await page.getByLabel('处室名称').fill('办公室');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '新增人员' }).click();
    await page.getByRole('dialog').getByLabel('姓名').fill('李姐');
    await page.getByRole('dialog').getByLabel('登录名').fill('li');
    await page.getByRole('dialog').getByLabel('登记').check();
    await checkState(page, 'console-4-person');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    const issued = (await page.locator('.secret').textContent()) ?? '';
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.getByRole('cell', { name: '李姐' }).waitFor();
    await page.getByRole('menuitem', { name: '渠道' }).click();
    await page.getByRole('row', { name: /Telegram.*缺：TELEGRAM_TOKEN/u }).waitFor();
    await page.getByRole('menuitem', { name: '密钥' }).click();
    await page.getByRole('cell', { name: '使用中' }).waitFor();
    await page.getByRole('menuitem', { name: '办公时间' }).click();
    await page.getByText('按通常作息估计').waitFor();
    await page.getByRole('button', { name: '增加特殊日期' }).click();
    await page.getByLabel('第一天').fill('2027-03-01');
    await page.getByLabel('最后一天').fill('2027-02-01');
    await page.getByRole('button', { name: '保存并立即生效' }).click();
    await page.getByRole('alert').getByText('最后一天早于第一天').waitFor();
    await page.getByLabel('最后一天').fill('2027-03-02');
    await page.getByRole('button', { name: '保存并立即生效' }).click();
    await page.getByText('管理员于').waitFor();
    expect(await page.getByLabel('第一天').inputValue()).toBe('2027-03-01');
    await checkState(page, 'console-5-hours');
    await page.setViewportSize({ width: 320, height: 700 });
    await checkState(page, 'console-5-hours-phone');

    const newcomer = await openDesk(house);
    await signIn(newcomer, 'li', issued);
    await newcomer.getByRole('button', { name: '更换密码' }).waitFor();
  });

  test('a citizen asks for a person; an agent claims, answers and ends; the bot is silent meanwhile', {
    timeout: 90_000,
  }, async () => {
    const house = await openHouse();
    await hire({ store: house.store, now }, 'wang', ['chat_agent'], { name: '王芳' });
    await hire({ store: house.store, now }, 'zhao', ['chat_agent'], { name: '赵亮' });
    const citizen = await visit(house.address);
    await say(citizen, '转人工');

    const [agent, late] = [await openDesk(house), await openDesk(house)];
    await countCalls(late);
    await signIn(agent, 'wang', PASSWORD);
    await signIn(late, 'zhao', PASSWORD);
    await agent.getByRole('heading', { name: '今天' }).waitFor();
    for (const page of [agent, late]) {
      await page.getByRole('menuitem', { name: '会话' }).click();
      await page.locator('.conversation-line').first().click();
    }
    // The other machine calls, by sound and by notice, again and again until somebody picks up.
    const heard = () => late.evaluate(() => ({ ...(globalThis as unknown as Called).called }));
    await expect.poll(async () => (await heard()).notices).toBeGreaterThan(0);
    const once = await heard();
    await late.clock.fastForward(15_000);
    await expect.poll(heard).toEqual({ notices: once.notices + 1, tones: once.tones + 2 });
    await agent.getByRole('button', { name: '我来接待' }).click();
    await agent.getByText('王芳正在接待').waitFor();
    await late.getByText('王芳正在接待').waitFor();
    await late.getByText('王芳也在看').waitFor();
    await late.getByRole('button', { name: '我来接待' }).waitFor({ state: 'hidden' });
    // Its list is read again within seconds; what calls is what still waits there.
    await late.getByText(/等待[1-9]\d*人/u).waitFor({ state: 'hidden' });
    const after = await heard();
    await late.clock.fastForward(60_000);
    expect(await heard()).toEqual(after);

    await agent.getByLabel('回复').pressSequentially('您');
    await late.getByText('王芳正在输入').waitFor();
    await agent.getByLabel('回复').fill('您好，请问要查哪一年的材料？');
    await agent.getByRole('button', { name: '存为常用语' }).click();
    await agent.getByLabel('名称').fill('问年份');
    await checkState(agent, 'console-7-keep');
    await agent.getByRole('dialog').getByRole('button', { name: '存为常用语' }).click();
    await agent.getByRole('dialog').waitFor({ state: 'hidden' });
    await agent.getByLabel('回复').fill('');
    await agent.getByLabel('插入常用语').click();
    await agent.getByTitle('问年份').click();
    // Held by the desk: taken back it stands in the field again, and nothing was said.
    await agent.getByRole('button', { name: '发送' }).click();
    await agent.getByText('十秒内发出').waitFor();
    await checkState(agent, 'console-7-held');
    await agent.getByRole('button', { name: '撤回' }).click();
    await agent.getByText('十秒内发出').waitFor({ state: 'hidden' });
    await agent.getByRole('button', { name: '发送' }).click();
    await agent.getByRole('button', { name: '立即发出' }).click();
    await agent.locator('.line-staff', { hasText: '请问要查哪一年的材料' }).waitFor();
    await citizen.getByText('请问要查哪一年的材料').waitFor();
    await agent.getByLabel('附件').setInputFiles({
      name: '收费办法.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('一般不收费'),
    });
    await agent.getByRole('button', { name: '去掉收费办法.txt' }).waitFor();
    await agent.getByRole('button', { name: '发送' }).click();
    await agent.getByRole('button', { name: '立即发出' }).click();
    await citizen.getByText('收费办法.txt').first().waitFor();
    await agent.getByRole('button', { name: '更正' }).first().click();
    await agent.getByRole('dialog').getByLabel('回复').fill('您好，请问要查哪几年的材料？');
    await agent.getByRole('dialog').getByRole('button', { name: '更正' }).click();
    await agent.locator('del').waitFor();
    await citizen.getByText('更正前面的一条').waitFor();
    await checkState(agent, 'console-7-conversation');
    const answered = await citizen.locator('.group-desk').count();
    await citizen.locator('#say').fill('多久能给答复');
    await citizen.locator('#say').press('Control+Enter');
    await agent.locator('.line-citizen', { hasText: '多久能给答复' }).waitFor();
    expect(await citizen.locator('.group-desk').count()).toBe(answered);

    await agent.getByRole('button', { name: '结束会话' }).click();
    await agent.getByRole('dialog').getByLabel('原因').fill('已答复');
    await agent.getByRole('dialog').getByRole('button', { name: '结束会话' }).click();
    await agent.getByText('已结束', { exact: true }).first().waitFor();

    // An answer of the bot that somebody has to look at first: one writes it anew, the other sends it.
    await hold(house, '申请公开要交钱吗');
    for (const page of [agent, late]) {
      await page.getByText('待核对的答复').click();
      await page.getByRole('link', { name: /申请公开要交钱吗/u }).click();
    }
    await agent.getByRole('button', { name: '修改' }).click();
    await agent.getByRole('dialog').getByLabel('答复内容').fill('一般不收费，数量特别多的才收。');
    await checkState(agent, 'console-18-edit');
    await agent.getByRole('dialog').getByRole('button', { name: '保存修改' }).click();
    await agent.getByText('要由另一位同事核对发送').waitFor();
    await agent.getByRole('button', { name: '核对无误，发送' }).waitFor({ state: 'hidden' });
    await late.getByText('王芳改过这条答复').waitFor();
    await late.getByRole('button', { name: '核对无误，发送' }).click();
    await citizen.getByText('数量特别多的才收').waitFor();
  });

  test('a request is received and registered, and whoever comes next is shown what is theirs to do', {
    timeout: 150_000,
  }, async () => {
    const house = await openHouse();
    const number = await fileRequest(house.store, { now: now() });
    await sendFile(house, number);
    for (const role of ['registrar', 'handler'] as const)
      await hire({ store: house.store, now }, role, [role], { name: `${role}同志` });
    const open = async (name: string) => {
      const page = await visit(`${house.address}desk/requests/${number}`);
      await signIn(page, name, PASSWORD);
      await page.getByRole('heading', { name: `公开申请 ${number}` }).waitFor();
      return page;
    };
    const registrar = await open('registrar');
    await registrar.getByRole('button', { name: '确认收到' }).click();
    const dialog = registrar.getByRole('dialog');
    await dialog.getByRole('button', { name: '确认收到' }).click();
    await dialog.getByText('请填写这一项').first().waitFor();
    await dialog
      .getByLabel('收到日期')
      .fill(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now()));
    await dialog.getByLabel('与申请人确认的情况').fill('电话确认');
    await checkState(registrar, 'console-9-receive');
    await dialog.getByRole('button', { name: '确认收到' }).click();
    await registrar.getByText('答复期限：').waitFor();
    await registrar.getByRole('button', { name: '登记并出具回执' }).click();
    await dialog.getByText('预览文书').click();
    await dialog.getByText('申请人类型').last().waitFor();
    await dialog.getByLabel('申请人类型').click();
    await registrar.getByTitle('自然人').click();
    await dialog.locator('.paper').first().waitFor();
    await checkState(registrar, 'console-9-preview');
    // A receipt goes out: it can be taken back for ten seconds.
    await dialog.getByRole('button', { name: '登记并出具回执' }).click();
    await checkState(registrar, 'console-9-held');
    // Held by the desk, not by the dialog: the page around it knows.
    await registrar.getByText('现在还可以撤回').waitFor();
    await dialog.getByRole('button', { name: '撤回' }).click();
    await dialog.getByRole('button', { name: '登记并出具回执' }).click();
    await dialog.getByRole('button', { name: '立即生效' }).click();
    await registrar.locator('.ant-collapse-header').first().click();
    await registrar.locator('.paper').first().waitFor();
    await registrar.getByText('已登记、形式审查').waitFor();
    await checkState(registrar, 'console-10-request');
    await registrar.getByRole('button', { name: '下载附件说明.txt' }).click();
    await dialog.getByLabel('原因').fill('核对补充材料');
    const [saved] = await Promise.all([
      registrar.waitForEvent('download'),
      dialog.getByRole('button', { name: '下载附件' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('说明.txt');
    expect(await readAccesses(house.store)).toMatchObject([{ reason: '核对补充材料' }]);
    await registrar.getByRole('menuitem', { name: '公开申请' }).click();
    await registrar.getByText('按状态').click();
    await registrar.locator('.board').getByText(number).waitFor();
    await registrar.getByText('姓名', { exact: true }).click();
    await registrar.getByLabel('按申请人姓名查找').fill('没有这个人');
    await registrar.keyboard.press('Enter');
    await registrar.getByText('没有找到').waitFor();
    await registrar.getByLabel('按申请人姓名查找').fill('张三');
    await registrar.keyboard.press('Enter');
    await registrar.locator('.board').getByText(number).waitFor();
    await checkState(registrar, 'console-10-board');
    // The year's report counts it; the number opens the request; what is written is kept.
    await registrar.getByRole('menuitem', { name: '年度报告' }).click();
    await registrar.getByLabel('报告年度').click();
    await registrar.getByTitle(dayOf(now()).slice(0, 4), { exact: true }).last().click();
    await registrar.getByLabel('主动公开政府信息（条）').fill('120');
    await registrar.getByLabel('写今年存在的主要问题').fill('答复的说理还不够细。');
    await registrar.getByRole('button', { name: '保存草稿' }).click();
    await registrar.getByText('全年主动公开政府信息120条').waitFor();
    await registrar.getByRole('button', { name: '一、本年新收政府信息公开申请数量 · 总计: 1' }).click();
    await checkState(registrar, 'console-12-cases');
    await dialog.getByRole('link', { name: number }).click();
    await registrar.getByRole('heading', { name: `公开申请 ${number}` }).waitFor();
    const handler = await open('handler');
    await handler.getByRole('button', { name: '确认收到' }).waitFor({ state: 'hidden' });
    await handler.getByText('registrar同志').first().waitFor();
  });

  test('an auditor sees who did what and proves that the record is whole, on a phone, in English', {
    timeout: 90_000,
  }, async () => {
    const house = await openHouse();
    await hire({ store: house.store, now }, 'sun', ['auditor'], { name: 'Sun' });
    await askAround(house);
    const page = await visit(`${house.address}desk/record`, { viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Sign-in name').fill('sun');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Record' }).waitFor();
    await page.getByRole('cell', { name: 'Signed in' }).waitFor();
    await page.getByRole('button', { name: 'Verify the record' }).click();
    await page.getByText('The record is whole').waitFor();
    await page.getByLabel('By what was done').fill('Record exported');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'Signed in' }).waitFor({ state: 'hidden' });
    await page.getByLabel('To', { exact: true }).fill('2020-01-01');
    const exported = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    expect((await exported).suggestedFilename()).toBe('audit.json');
    await page.getByRole('menuitem', { name: 'Retention' }).click();
    await page.getByRole('cell', { name: '5 days' }).waitFor();
    expect(await page.getByRole('button', { name: 'Erase now' }).count()).toBe(0);

    await page.getByRole('menuitem', { name: 'Figures' }).click();
    await page.getByRole('heading', { name: 'Figures' }).waitFor();
    await page.locator('.chart canvas').first().waitFor();
    await page.setViewportSize({ width: 1280, height: 900 });
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export Excel' }).click();
    expect((await saving).suggestedFilename()).toMatch(/^figures-.*\.xlsx$/u);
  });

  test('what is not one’s own section is not there, and signing out forgets everything', {
    timeout: 60_000,
  }, async () => {
    const house = await openHouse();
    await hire({ store: house.store, now }, 'wang', ['chat_agent'], { name: '王芳' });
    const page = await visit(`${house.address}desk/people`);
    await signIn(page, 'wang', 'wrong password');
    await page.getByRole('alert').getByText('登录名或密码不对').waitFor();
    await page.getByLabel('密码').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('王芳').waitFor();
    expect(await page.getByRole('menuitem', { name: '人员与权限' }).count()).toBe(0);
    await page.getByRole('button', { name: '王芳' }).click();
    await page.getByRole('menuitem', { name: '关联聊天账号' }).click();
    await page.getByText(/^\/desk [A-Z0-9]{8}$/u).waitFor();
    await checkState(page, 'console-19-chat-code');
    await page.getByRole('dialog').getByRole('button').last().click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '王芳' }).click();
    await page.getByRole('menuitem', { name: '退出', exact: true }).click();
    await page.getByRole('button', { name: '登录' }).waitFor();
  });

  test('a question that was not answered becomes part of an entry, which a second person looks at and a publisher publishes', {
    timeout: 150_000,
  }, async () => {
    const house = await openHouse();
    await miss(house, '啥时能回复我呀', '啥时能回复我呢', '鹦鹉几点下班');
    await hire({ store: house.store, now }, 'li', ['knowledge_editor'], { name: '李姐' });
    await hire({ store: house.store, now }, 'zhou', ['knowledge_editor', 'knowledge_publisher'], { name: '周工' });
    const editor = await visit(`${house.address}desk/knowledge`);
    await signIn(editor, 'li', PASSWORD);
    await editor.getByRole('heading', { name: '没答上的问题' }).waitFor();
    await editor.getByText('问过 2 次').waitFor();
    await editor.getByRole('button', { name: '写进知识库' }).first().click();
    await editor.getByText('多久答复（基本问题）').waitFor();
    await checkState(editor, 'console-12-into-entry');
    await editor.getByRole('button', { name: '建立草稿' }).click();
    await editor.getByRole('heading', { name: '草稿：多久答复' }).waitFor();
    expect(await editor.getByLabel('市民的问法').inputValue()).toContain('啥时能回复我');
    await editor.getByLabel('一句话答复').first().fill('自收到之日起20个工作日内答复。');
    await editor.getByLabel('写下意见').fill('写明从哪天算起');
    await editor.getByText('已保存', { exact: true }).waitFor();
    await editor.getByRole('button', { name: '试问全部测试问题' }).click();
    await editor.getByText('没有变差的').waitFor();
    await editor.getByRole('button', { name: '提交复核' }).click();
    await editor.getByText('等另一位同事复核').waitFor();

    const publisher = await visit(`${house.address}desk/`);
    await signIn(publisher, 'zhou', PASSWORD);
    await publisher.getByRole('link', { name: '多久答复' }).click();
    await publisher.getByRole('button', { name: '复核通过' }).click();
    await publisher.getByRole('button', { name: '发布', exact: true }).click();
    await checkState(publisher, 'console-13-publish');
    await publisher.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
    await publisher.getByText('已发布').first().waitFor();
    await publisher.getByRole('link', { name: '发布版', exact: true }).click();
    await publisher.getByRole('heading', { name: '发布版' }).waitFor();
    await publisher.getByText('周工').nth(1).waitFor();
    await publisher.getByRole('link', { name: '导入', exact: true }).click();
    const table = '名称,区划代码,来源\n某市水务局,沈阳,某网站\n';
    await publisher
      .getByLabel('选择文件')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await publisher.getByRole('button', { name: '导入', exact: true }).click();
    await publisher.getByText('有 1 处要改，没有导入').waitFor();
    await checkState(publisher, 'console-16-import');
    await publisher.getByLabel('或者贴上报告全文').fill(asText());
    await publisher.getByRole('button', { name: '读出数据' }).click();
    await publisher.getByText('处勾稽关系').waitFor();
    await publisher.getByText('本机关', { exact: true }).click();
    await publisher.getByLabel('成文日期').fill('2024-01-20');
    await publisher.getByLabel('发布日期').fill('2024-01-25');
    await publisher.getByLabel('我已逐个与原文核对').check();
    await checkState(publisher, 'console-16-report');
    await publisher.getByRole('button', { name: /^把采用的 \d+ 个存成草稿$/u }).click();
    await publisher.getByRole('link', { name: '打开草稿' }).click();
    await publisher.getByRole('heading', { name: /导入报告：青禾县民政局2023年/u }).waitFor();
    // A figure of a report is edited in a form; what is typed for its value is a number.
    await publisher.getByRole('link', { name: '条目', exact: true }).click();
    await publisher.getByLabel('类别').click();
    await publisher.getByTitle('年报数据').click();
    await publisher.getByRole('button', { name: '发布信息' }).click();
    await publisher.getByLabel('数值').fill('13');
    await publisher.getByLabel('报告原文').fill('共发布信息13条');
    await publisher.getByLabel('写下意见').focus();
    await publisher.getByText('已保存', { exact: true }).waitFor();
    await publisher.getByText('YAML', { exact: true }).click();
    expect(await publisher.getByRole('textbox', { name: 'YAML' }).inputValue()).toContain('value: 13\n');
    await checkState(publisher, 'console-16-figure');
    await publisher.getByRole('link', { name: '链接', exact: true }).click();
    await publisher.getByText('还没有检查过').waitFor();
    await publisher.getByRole('button', { name: '检查全部链接' }).click();
    await publisher.getByRole('cell', { name: '打不开 404' }).waitFor();
    await checkState(publisher, 'console-16-links');
    await askAround(house);
    const midnight = new Date(Date.now() + 86_400_000);
    const { base } = house.release;
    await house.store.transaction((executor) => issueDaily(executor, base, midnight));
    await publisher.getByRole('menuitem', { name: '访情' }).click();
    await publisher.getByRole('link', { name: /《每日访情》/u }).click();
    await publisher.getByRole('heading', { name: '问得最多' }).waitFor();
    await checkState(publisher, 'console-16-digest');
    const mailed = publisher.waitForEvent('download');
    await publisher.getByRole('button', { name: '存为邮件文件' }).click();
    expect((await mailed).suggestedFilename()).toMatch(/^daily-\d{4}-1\.eml$/u);
    await publisher.setViewportSize({ width: 320, height: 740 });
    await checkState(publisher, 'console-16-digest-phone');
  });

  test('an entry is found by pinyin and edited on a phone, in English', { timeout: 60_000 }, async () => {
    const house = await openHouse();
    await hire({ store: house.store, now }, 'li', ['knowledge_editor'], { name: 'Li' });
    const page = await visit(`${house.address}desk/knowledge/entries`, { viewport: { width: 320, height: 740 } });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByLabel('Sign-in name').fill('li');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Entries' }).waitFor();
    await page.getByRole('searchbox').fill('duojiu');
    await page.getByRole('button', { name: '多久答复' }).waitFor();
    expect(await page.getByRole('button', { name: '年报在哪看' }).count()).toBe(0);
    await page.getByRole('button', { name: '多久答复' }).click();
    await page.getByText('YAML').first().click();
    const yaml = page.getByRole('textbox', { name: 'YAML' });
    await yaml.fill((await yaml.inputValue()).replace('2019-05-15', 'last May'));
    await page.getByLabel('Your comment').focus();
    await page.getByText('Line 11:').waitFor();
    await checkState(page, 'console-15-draft-phone');
    await page.getByRole('link', { name: 'Lists', exact: true }).click();
    await page.getByRole('cell', { name: '信访风险评估' }).waitFor();
  });
});
