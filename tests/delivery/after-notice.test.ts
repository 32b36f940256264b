import { describe, expect, test } from 'vitest';
import { checkCase, loadCase } from '../../src/cases/index.ts';
import type { Day } from '../../src/day.ts';
import { countFiled } from '../../src/desk/figures/figures-store.ts';
import { showRequest } from '../../src/desk/index.ts';
import { readReportCases } from '../../src/desk/reports/read-report-cases.ts';
import {
  correctPersonal,
  findRequest,
  hashSecret,
  readDocuments,
  readLines,
  readRequestEvents,
} from '../../src/store/index.ts';
import { fileRequest, go, type Step, take, usualWay } from '../cases/office.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { textsOf } from './desk-under-test.ts';
import { talkTo } from './talk-here.ts';

const DAY = '2026-11-23';
const CODE = 'BCDF2345';

async function answerWith(fields: Readonly<Record<string, string>>) {
  const store = await openTemporary();
  const number = await fileRequest(store);
  const drafted: Step = ['handler', 'drafted', fields];
  await go(store, number, [...usualWay(DAY).slice(0, 4), drafted, ...usualWay(DAY).slice(7, 11)]);
  return { store, number, say: talkTo(store) };
}

const REFERRAL = {
  outcome: 'A5',
  reason: '由教育部门制作',
  authority: '沈阳市教育局',
  contact: '024-12345678',
  contactSource: '该局公开指南，2026-01-05',
};

describe('an outline for reconsideration', () => {
  test('holds the facts on file, leaves request and reasons to the person, and says it is no advice', async () => {
    const { say, number } = await answerWith({ outcome: 'A3', ground: 'internal', reason: '内部管理信息' });
    const received = await say('复议申请书提纲');
    const [outline = '', rest = ''] = textsOf(received);
    expect(outline).toContain('沈信公开告〔2026〕1号');
    expect(outline).toContain(`申请编号${number}`);
    expect(outline).toContain('沈阳市人民政府');
    expect(outline).toContain('复议请求：（写您要求');
    expect(outline).not.toContain('张三');
    expect(rest).toContain('最晚2027-01-22提出');
    expect(rest).toContain('要先申请复议');
    expect(rest).toContain('不是法律意见');
    expect(received.outcome.sources.map(({ article }) => article)).toContain('第二十三条第一款第（四）项');
  });

  test('of an answer that may go to court directly says until when', async () => {
    const { say } = await answerWith({ outcome: 'A4', searched: '档案室，关键词“补偿”' });
    expect(textsOf(await say('复议申请书提纲'))[1]).toContain('直接在2027-05-24以前向法院起诉');
  });

  test('is written where the request was filed, once it is answered, and nowhere else', async () => {
    const { say, number } = await answerWith({ outcome: 'A2', provided: '补偿方案' });
    expect(textsOf(await say(`tap:remedy/${number}`, 'c2'))[0]).toContain('不起作用');
    const store = await openTemporary();
    const waiting = await fileRequest(store);
    expect(textsOf(await talkTo(store)(`tap:remedy/${waiting}`))[0]).toContain('不起作用');
  });
});

describe('an answer that names another authority', () => {
  test('offers to carry the text over: the form is written anew for it, once', async () => {
    const { store, say, number } = await answerWith(REFERRAL);
    const [letter = '', told = ''] = textsOf(await say('原样转给该机关'));
    expect(letter).toContain('写给沈阳市教育局的新申请表');
    expect(told).toContain('受理机关是：沈阳市教育局');
    expect(told).toContain('024-12345678（该局公开指南，2026-01-05）');
    const [event] = (await readRequestEvents(store, number)).slice(-1);
    expect(event).toMatchObject({
      kind: 'readdressed',
      fields: { authority: '沈阳市教育局', contact: '024-12345678' },
    });
    await say(`tap:carry/${number}`);
    const forms = (await readDocuments(store, number)).filter(({ kind }) => kind === 'application');
    expect(forms.map(({ model }) => model.includes('沈阳市教育局'))).toEqual([false, true]);
    expect(forms.every(({ releasedAt }) => releasedAt !== null)).toBe(true);
    // Told in the reply, not a second time as a notice.
    const lines = await readLines(store, { channel: 'web', conversation: 'c1' }, { after: 0 });
    expect(lines.filter(({ message }) => JSON.stringify(message).includes('已经原样写成'))).toHaveLength(2);
  });

  test('no other answer does', async () => {
    const { say, number } = await answerWith({ outcome: 'A2', provided: '补偿方案' });
    expect(textsOf(await say(`tap:carry/${number}`))[0]).toContain('不起作用');
  });
});

describe('the case that stands for the application elsewhere', () => {
  async function carry() {
    const opened = await answerWith(REFERRAL);
    await opened.store.transaction(({ db, sealer }) =>
      db
        .updateTable('requests')
        .set({ secret_hash: hashSecret(sealer, opened.number, CODE) })
        .execute(),
    );
    const told = textsOf(await opened.say('原样转给该机关')).at(-1) ?? '';
    return { ...opened, linked: /编号(SPB-\d{4}-\d{6})，和/u.exec(told)?.[1] ?? '' };
  }

  test('has the same text and person, and the log of each names the other', async () => {
    const { store, number, linked } = await carry();
    const [one, other] = [await findRequest(store, number), await findRequest(store, linked)];
    for (const same of ['description', 'personal', 'applicant', 'conversation', 'notice'] as const)
      expect(other?.[same]).toEqual(one?.[same]);
    expect((await readRequestEvents(store, number)).at(-1)).toMatchObject({ kind: 'readdressed', fields: { linked } });
    expect(await readRequestEvents(store, linked)).toMatchObject([
      { kind: 'carried_over', fields: { authority: '沈阳市教育局', linked: number } },
    ]);
    expect(await checkCase(store, shippedRules, linked)).toEqual([]);
  });

  test('shows on both when they are looked up, with the code of the first, and is no application here', async () => {
    const { store, say, number, linked } = await carry();
    const look = async (told: string, where: string) => JSON.stringify((await say(told, where)).lines);
    expect(await look(`${number} ${CODE}`, 'c4')).toContain(linked);
    const shown = await look(`${linked} ${CODE}`, 'c5');
    expect(shown).toContain('等您交给该机关');
    expect(shown).toContain(number);
    expect(shown).toContain('把新申请表交给沈阳市教育局');
    expect(await look(`${linked} BCDF2346`, 'c6')).toContain('没有查到');
    const counted = await readReportCases(store, shippedRules.regimes, DAY as Day);
    expect(counted.find((each) => each.number === linked)).toMatchObject({ receivedOn: null, endedOn: null });
    const period = { from: '2026-01-01' as Day, to: '2026-12-31' as Day };
    expect(await countFiled(store, period)).toMatchObject([{ count: 1 }]);
  });

  test('is shown to staff on both, who note that it was handed in, and is opened once', async () => {
    const { store, number, linked } = await carry();
    const options = { now: NOW };
    expect((await showRequest(store, shippedRules, number, options))?.readdressed).toMatchObject({ number: linked });
    expect((await showRequest(store, shippedRules, linked, options))?.carriedFrom).toMatchObject({ number });
    const again = await take(store, number, ['registrar', 'readdressed']);
    expect(again).toMatchObject({ done: false, refusal: { condition: 'not_yet_readdressed' } });
    await go(store, linked, [['registrar', 'handed_in', { filedOn: DAY }]]);
    expect((await findRequest(store, linked))?.state).toBe('handed_in_elsewhere');
  });

  test('is corrected with it when its requester puts right how they are reached, from either', async () => {
    const { store, say, number, linked } = await carry();
    const phones = async () => [
      (await findRequest(store, number))?.personal.phone,
      (await findRequest(store, linked))?.personal.phone,
    ];
    for (const [told, where, phone] of [
      [number, 'c7', '13900001111'],
      [linked, 'c8', '13900002222'],
    ] as const) {
      await say(`${told} ${CODE}`, where);
      await say('更正我的电话', where);
      const [corrected = ''] = textsOf(await say(`电话 ${phone}`, where));
      expect(corrected).toContain(told === number ? linked : number);
      expect(await phones()).toEqual([phone, phone]);
    }
  });

  test('of somebody else stays as it is, whatever a log says', async () => {
    const { store, say, number, linked } = await carry();
    const other = await findRequest(store, linked);
    if (!other) throw new Error('there is no linked case');
    await store.transaction((executor) => correctPersonal(executor, other, { name: '李四' }));
    await say(`${number} ${CODE}`, 'c7');
    await say('更正我的电话', 'c7');
    await say('电话 13900001111', 'c7');
    expect((await findRequest(store, linked))?.personal.phone).toBe(other.personal.phone);
  });

  test('opened by staff is told to the requester with the form', async () => {
    const { store, number } = await answerWith(REFERRAL);
    await go(store, number, [['registrar', 'readdressed']]);
    const { linked } = (await readRequestEvents(store, number)).at(-1)?.fields ?? {};
    const lines = await readLines(store, { channel: 'web', conversation: 'c1' }, { after: 0 });
    expect(JSON.stringify(lines.at(-1))).toContain(String(linked));
  });
});

describe('two tabs and old buttons', () => {
  test('withdrawn in one tab while the notice waits for approval: the other tab is told, the case stays withdrawn', async () => {
    const store = await openTemporary();
    const say = talkTo(store);
    const number = await fileRequest(store);
    await go(store, number, [...usualWay(DAY).slice(0, 8), ['requester', 'withdrawn']]);
    const before = (await loadCase(store, shippedRules.regimes, number))?.view;
    expect(before?.state).toBe('withdrawn');
    // Buttons of a dialogue that is over, and of a request nobody has shown: asked for number and code again.
    for (const tapped of ['tap:tracking/confirm', 'tap:withdraw', 'tap:supplement', `tap:remedy/${number}`])
      expect(textsOf(await say(tapped, 'c3')).join('')).not.toBe('');
    expect((await loadCase(store, shippedRules.regimes, number))?.view).toEqual(before);
  });
});
