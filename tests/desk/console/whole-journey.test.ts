import { describe, expect, test } from 'vitest';
import { insertUnit } from '../../../src/desk/identity/unit-store.ts';
import { fillForm, readRow } from '../../adapters/web/browser/fill-form.ts';
import { hasChromium } from '../../adapters/web/browser/open-browser.ts';
import { choose, lastReply, say } from '../../adapters/web/browser/talk.ts';
import { hire } from '../api/open-office.ts';
import { checkState, useConsole } from './console-fixture.ts';
import { takeStep, takeTurns } from './work-on-case.ts';

const now = () => new Date();
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now());

describe.skipIf(!hasChromium)('one request from the first question to the follow-up', () => {
  const { openHouse, visit } = useConsole();

  test('goes through everybody’s hands: citizen, agent, registrar, handler, unit, reviewer, approver', {
    timeout: 150_000,
  }, async () => {
    const { store, address } = await openHouse();
    const desk = { store, now };
    const unit = await store.transaction((executor) => insertUnit(executor, '接访处'));
    await hire(desk, 'wang', ['chat_agent'], { name: '王芳' });
    await hire(desk, 'li', ['registrar'], { name: '李姐' });
    await hire(desk, 'chen', ['handler', 'secrecy_reviewer'], { name: '陈办' });
    await hire(desk, 'zhao', ['unit_head'], { name: '赵处长', unit: unit?.id });
    await hire(desk, 'sun', ['secrecy_reviewer'], { name: '孙审' });
    await hire(desk, 'zhou', ['approver'], { name: '周局长' });

    const citizen = await visit(address, { viewport: { width: 390, height: 760 } });
    await say(citizen, '鹦鹉能不能上飞机');
    await choose(citizen, '找工作人员');

    const staff = await visit(`${address}desk/`);
    const sit = takeTurns(staff);
    await sit('wang', `${address}desk/conversations`);
    await staff.locator('.conversation-line').first().click();
    await staff.getByText('鹦鹉能不能上飞机').first().waitFor();
    await staff.getByRole('button', { name: '我来接待' }).click();
    await staff.getByLabel('回复').fill('您好，这要看具体材料，您可以在这里提交公开申请。');
    await staff.getByRole('button', { name: '发送' }).click();
    await staff.getByRole('button', { name: '立即发出' }).click();
    await citizen.getByText('您可以在这里提交公开申请').waitFor();
    await staff.getByRole('button', { name: '结束会话' }).click();
    await staff.getByRole('dialog').getByLabel('原因').fill('已指引提交申请');
    await staff.getByRole('dialog').getByRole('button', { name: '结束会话' }).click();
    await staff.getByText('已结束', { exact: true }).first().waitFor();

    await say(citizen, '我要提交公开申请');
    await fillForm(citizen);
    await choose(citizen, '确认提交');
    const [number, code] = [await readRow(citizen, '申请编号'), await readRow(citizen, '查询码')];
    const open = async (name: string) => {
      await sit(name, `${address}desk/requests/${number}`);
      await staff.getByRole('heading', { name: `公开申请 ${number}` }).waitFor();
    };

    await sit('li', `${address}desk/`);
    await staff.getByRole('link', { name: number }).first().click();
    await takeStep(staff, '确认收到', { 收到日期: today(), 与申请人确认的情况: '电话确认' });
    await takeStep(staff, '登记并出具回执', { '申请人类型（年报口径）': ['自然人'] });
    await open('chen');
    await takeStep(staff, '填处理单、提出处理建议', { 管辖: ['本局'], 处理建议: '属于本局职责，建议提供' });
    await open('zhou');
    await takeStep(staff, '批准处理建议');
    await open('chen');
    await takeStep(staff, '交办业务处室', { 承办处室: '接访处', 交办事项: '提供2017年度要点', 处室答复日期: today() });
    await open('zhao');
    await takeStep(staff, '处室答复意见', { 答复类型: ['予以公开'], 意见: '可以公开' });
    await open('chen');
    await takeStep(staff, '起草告知书', { 答复类型: ['予以公开'], 提供的信息: '2017年度信访工作要点' });
    // Whoever wrote the draft may review others' drafts, and not this one.
    await staff.getByText('待保密审查').first().waitFor();
    expect(await staff.getByRole('button', { name: '保密审查通过' }).isEnabled()).toBe(false);
    await checkState(staff, 'whole-1-own-draft');
    await open('sun');
    await takeStep(staff, '保密审查通过', { 保密审查结论: '不涉密' });
    await open('zhou');
    await takeStep(staff, '批准告知书');
    await open('li');
    await takeStep(staff, '用印');
    await takeStep(staff, '送达', {
      送达方式: ['本平台'],
      送达日期: today(),
      '送达凭据（单号、签收人等）': '平台记录',
    });

    await lastReply(citizen).getByText(number).first().waitFor();
    await checkState(citizen, 'whole-2-delivered');
    const link = citizen.getByRole('link', { name: /告知书/u }).last();
    const letter = await citizen.request.get(new URL((await link.getAttribute('href')) ?? '', address).href);
    expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await say(citizen, '评价这次办理');
    await choose(citizen, /^\d\s*不满意$/u);
    await sit('chen', `${address}desk/`);
    await staff.getByText('对办理不满意').waitFor();
    expect(await staff.getByRole('link', { name: number }).count()).toBeGreaterThan(0);
    await checkState(staff, 'whole-3-follow-up');

    await citizen.emulateMedia({ colorScheme: 'dark' });
    await citizen.goto(`${address}documents`);
    await citizen.getByLabel('申请编号').fill(number);
    await citizen.getByLabel('查询码').fill(code);
    await checkState(citizen, 'whole-4-documents');
    await citizen.keyboard.press('Enter');
    await citizen.getByRole('button', { name: /告知书/u }).waitFor();
    expect(await citizen.getByRole('button', { name: /登记回执/u }).count()).toBe(1);
    await checkState(citizen, 'whole-5-documents');
  });
});
