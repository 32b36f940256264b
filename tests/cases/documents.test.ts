import { describe, expect, test } from 'vitest';
import { actOnCase, loadCase } from '../../src/cases/index.ts';
import { openDocument } from '../../src/documents/index.ts';
import { OUTCOMES } from '../../src/knowledge/schema/document.ts';
import { writeDocument } from '../../src/requests/documents/index.ts';
import { readDocuments, type Store } from '../../src/store/index.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { actingRules, fileRequest, go, type Step, take, usualWay } from './office.ts';

const TODAY = '2026-11-23';
const registered = usualWay(TODAY).slice(0, 2);
const approved = usualWay(TODAY).slice(0, 4);

/** A request after these steps, its documents by kind, the latest of each. */
async function after(steps: readonly Step[]) {
  const store = await openTemporary();
  const number = await fileRequest(store);
  await go(store, number, steps);
  return { store, number, papers: await readPapers(store, number) };
}

async function readPapers(store: Store, number: string) {
  const made = await readDocuments(store, number);
  return new Map(made.map((each) => [each.kind, { ...each, text: writeDocument(openDocument(each)) }]));
}

describe('every document is made when its event happens, with what the case knows', () => {
  test('the receipt says when it was received, how, and until when it is answered', async () => {
    const { papers } = await after(registered);
    const text = papers.get('receipt')?.text;
    expect(text).toContain('收到日期：2026年11月23日（互联网渠道，以双方确认之日为收到之日）');
    expect(text).toContain('答复期限：2026年12月21日');
    expect(papers.get('receipt')?.releasedAt).not.toBeNull();
  });

  test('the clarification notice, with its own last day', async () => {
    const { papers } = await after([
      ...registered,
      ['handler', 'clarification_asked', { unclear: '没有年份', supply: '写明年份', period: 15 }],
    ]);
    const paper = papers.get('clarification');
    expect(paper).toMatchObject({ documentNumber: '沈信公开补〔2026〕1号' });
    expect(paper?.text).toContain('没有年份');
    expect(paper?.text).toContain('2026年12月14日');
    expect(paper?.releasedAt).not.toBeNull();
  });

  test('the extension tells both days and who allowed it', async () => {
    const { papers } = await after([...registered, ['approver', 'extended', { days: 20, reason: '材料多' }]]);
    const text = papers.get('extension')?.text;
    expect(text).toContain('答复期限为2026年12月21日');
    expect(text).toContain('将于2027年1月19日前（含当日）作出答复');
    expect(text).toContain('（a1）同意');
  });

  test('people are called by their names, whatever their accounts', async () => {
    const store = await openTemporary();
    const number = await fileRequest(store);
    await go(store, number, registered);
    const staff = { unit: null, roles: '[]', rights_version: 1, password: '', one_time_until: null, totp: null };
    const rest = { totp_pending: null, totp_step: 0, sso_subject: null, disabled_at: null, created_at: '' };
    await store.db
      .insertInto('staff')
      .values({ id: 7, sign_in_name: 'li', name: '李芳', ...staff, ...rest })
      .execute();
    const actor = { id: 'staff:7', roles: ['approver'], unit: null } as const;
    const command = { number, event: 'extended', fields: { days: 20, reason: '材料多' }, actor };
    await store.transaction((executor) => actOnCase({ ...actingRules, executor, now: NOW }, command));
    expect((await readPapers(store, number)).get('extension')?.text).toContain('（李芳）同意');
  });

  test.each([
    ['third_party', 'third-party-inquiry'],
    ['authority', 'authority-inquiry'],
  ])('consulting %s: the inquiry for them, the notice for the requester', async (of, kind) => {
    const { papers } = await after([
      ...registered,
      ['handler', 'consulted', { of, party: '某某公司', information: '合同', concern: '含报价', sentOn: TODAY }],
    ]);
    expect(papers.get(kind)?.text).toContain('含报价');
    expect(papers.get(kind)?.text).not.toContain('张三');
    expect(papers.get('consultation-notice')?.text).toContain('已于2026年11月23日');
  });

  test('the fee notice shows how the fee comes about', async () => {
    const { papers } = await after([
      ...registered,
      ['approver', 'fee_noticed', { standard: 'volume', count: 120, payTo: '沈阳市财政专户' }],
    ]);
    // 30 free, 70 at 10, 20 at 20.
    expect(papers.get('fee-notice')?.text).toContain('1100');
    expect(papers.get('fee-notice')?.text).toContain('31—100　70');
  });

  test('number beyond reason: the request for reasons, then the delay that names it', async () => {
    const { papers } = await after([
      ...registered,
      ['handler', 'reasons_asked', { facts: '一个月内提出40件', period: 10 }],
      ['registrar', 'reasons_given', { text: '课题研究' }],
      ['approver', 'delayed', { dueOn: '2027-02-01', reason: '数量多' }],
    ]);
    expect(papers.get('reasons-request')?.text).toContain('一个月内提出40件');
    expect(papers.get('delay')?.text).toContain(papers.get('reasons-request')?.documentNumber);
    expect(papers.get('delay')?.text).toContain('2027年2月1日');
  });

  test('the notice is made when it is sealed and the requester gets it when it is delivered', async () => {
    const { store, number, papers } = await after(usualWay(TODAY).slice(0, 10));
    expect(papers.get('decision')).toMatchObject({ documentNumber: '沈信公开告〔2026〕1号', releasedAt: null });
    await go(store, number, usualWay(TODAY).slice(10, 11));
    expect((await readPapers(store, number)).get('decision')?.releasedAt).not.toBeNull();
  });

  const told: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    A7: { where: '不动产登记中心' },
    A6: { earlierOn: '2026-11-23' },
    B7: { earlierNumber: '沈信公开告〔2025〕3号', earlierOn: '2026-11-23' },
    B1: { ground: 'internal' },
    B8: { reason: '已核对' },
  };
  const fills: Readonly<Record<string, string>> = {
    where: '政务网站',
    provided: '补偿方案',
    ground: 'internal',
    reason: '内部管理信息',
    withheld: '第三页',
    searched: '档案室，关键词“补偿”',
    earlierNumber: '沈信公开告〔2025〕3号',
    rules: '不动产登记暂行条例',
    channel: '信访窗口',
    correction: 'corrected',
    record: '住址',
  };
  /** What must have gone before an answer that rests on it. */
  const before: Readonly<Record<string, readonly Step[]>> = {
    B5: [
      ['handler', 'reasons_asked', { facts: '一个月内提出40件', period: 10 }],
      ['registrar', 'reasons_given', { text: '想多看看' }],
    ],
    B6: [
      ['handler', 'clarification_asked', { unclear: '没有年份', supply: '写明年份', period: 15 }],
      ['requester', 'clarified', { text: '就是那份' }],
    ],
  };
  test.each(OUTCOMES)('a notice for outcome %s', async (outcome) => {
    const needs = shippedRules.regimes[1]?.outcomes.find(({ code }) => code === outcome)?.needs ?? [];
    const fields = { outcome, ...Object.fromEntries(needs.map((name) => [name, fills[name] ?? ''])), ...told[outcome] };
    const { papers } = await after([
      ...registered,
      ...(before[outcome] ?? []),
      ...approved.slice(registered.length),
      ['handler', 'drafted', fields],
      ['secrecy_reviewer', 'secrecy_cleared', { conclusion: '不涉密' }],
      ['approver', 'notice_approved'],
      ['registrar', 'sealed'],
    ]);
    expect(papers.get('decision')?.text).toContain('依申请公开政府信息告知书');
  });
});

describe('a document that lacks something refuses its event, by the name of what is missing', () => {
  const refusal = async (steps: readonly Step[], step: Step, missing: object) => {
    const { store, number } = await after(steps);
    const before = (await loadCase(store, shippedRules.regimes, number))?.view;
    const papers = await readDocuments(store, number);
    expect(await take(store, number, step)).toMatchObject({ done: false, refusal: missing });
    expect((await loadCase(store, shippedRules.regimes, number))?.view).toEqual(before);
    expect(await readDocuments(store, number)).toEqual(papers);
  };
  const missing = (field: string) => ({ code: 'fields', faults: [{ field, fault: 'missing' }] });

  test('consulting somebody without saying why it concerns them', () =>
    refusal(
      registered,
      ['handler', 'consulted', { of: 'third_party', party: '某某公司', information: '合同', sentOn: TODAY }],
      missing('concern'),
    ));

  test('a draft without what its text needs is refused when it is drafted, not when it is sealed', () =>
    refusal(approved, ['handler', 'drafted', { outcome: 'A7', rules: '不动产登记暂行条例' }], missing('where')));

  test('an answer that rests on a clarification nobody asked for', () =>
    refusal(approved, ['handler', 'drafted', { outcome: 'B6', reason: '仍不明确' }], {
      code: 'document',
      document: 'decision',
      missing: ['clarification.number', 'clarification.on'],
    }));
});
