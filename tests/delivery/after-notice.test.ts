import { describe, expect, test } from 'vitest';
import { loadCase } from '../../src/cases/index.ts';
import { readDocuments, readLines, readRequestEvents } from '../../src/store/index.ts';
import { fileRequest, go, type Step, usualWay } from '../cases/office.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { textsOf } from './desk-under-test.ts';
import { talkTo } from './talk-here.ts';

const DAY = '2026-11-23';

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
