import { beforeAll, describe, expect, test } from 'vitest';
import { buildRelease } from '../../src/conversation/build-release.ts';
import type { Release } from '../../src/conversation/release.ts';
import { turn } from '../../src/conversation/turn.ts';
import { ANSWER_NOTE, createTicker } from '../../src/delivery/index.ts';
import { findAudit } from '../../src/desk/audit/index.ts';
import { createAnswerNote } from '../../src/desk/held-answers/index.ts';
import { loadRelease } from '../../src/knowledge/index.ts';
import type { ApprovalFile } from '../../src/knowledge/schema/approval.ts';
import { silentLogger } from '../../src/logger.ts';
import { readLines, readUnanswered } from '../../src/store/index.ts';
import { message, openScripted, textsOf } from '../delivery/desk-under-test.ts';
import { type Browser, call, hire, openOffice, seat } from './api/open-office.ts';
import { SOUND } from './api/try-here.ts';

const KEY = { channel: 'web', conversation: 'c1' };
const HOW_LONG = '多久能回我';
let shipped: Release;
let count = 0;

beforeAll(() => {
  const loaded = loadRelease(SOUND);
  if (!('release' in loaded)) throw new Error(JSON.stringify(loaded.problems));
  shipped = buildRelease(loaded.release);
});

/** A desk where some answers are looked at first, and two agents. */
async function open(approval: Partial<ApprovalFile>) {
  const set = { topics: [], answers: [], matters: [], ...approval };
  const release = { ...shipped, base: { ...shipped.base, approval: set } };
  const office = await openOffice({ release: () => release, messages: release.messages });
  const desk = openScripted(office.store, { turn, release: () => release, now: office.now });
  const tell = async (text: string) => {
    count += 1;
    const body = text.startsWith('/') ? { kind: 'choice' as const, value: text.slice(1) } : text;
    return textsOf(await desk.receive(message(`m${count}`, body, 'c1'))).join('\n');
  };
  const ticker = createTicker({
    store: office.store,
    jobs: { [ANSWER_NOTE]: createAnswerNote(() => release) },
    holder: 'one',
    now: office.now,
    logger: silentLogger,
  });
  const agents = await Promise.all(
    ['wang', 'liu'].map(async (name) => seat(office, await hire(office, name, ['chat_agent'], { name }))),
  );
  const [wang, liu] = agents as [Browser, Browser];
  const listed = async () => (await call(office, wang, 'GET', '/answers')).json().answers;
  const act = (who: Browser, method: 'POST' | 'PUT', path: string, body: object) =>
    call(office, who, method, path, { body });
  const lastLines = async (many: number) => (await readLines(office.store, KEY, { after: 0 })).slice(-many);
  return { office, tell, ticker, wang, liu, listed, act, lastLines };
}

const words = (lines: readonly { readonly message: { readonly kind: string; readonly text?: string | undefined } }[]) =>
  lines.map(({ message: { text } }) => text).join('\n');

describe('an answer somebody has to approve', () => {
  test('is not sent, and who asked is told honestly; once approved it comes, with its buttons, and that is recorded', async () => {
    const { office, tell, wang, listed, act, lastLines } = await open({ topics: ['basics'] });
    const told = await tell(HOW_LONG);
    expect(told).toContain('要由工作人员核对');
    expect(told).not.toContain('20个工作日');
    const [held] = await listed();
    expect(held).toMatchObject({ question: HOW_LONG, why: 'listed', state: 'waiting', version: 1, editedBy: null });
    expect(held.text).toContain('20个工作日');
    const sent = await act(wang, 'POST', `/answers/${held.id}/approve`, { version: 1 });
    expect(sent.json()).toMatchObject({ state: 'released', decidedBy: wang.staff.id });
    const [head, answer] = await lastLines(2);
    expect(head?.message).toMatchObject({ kind: 'notice', text: expect.stringContaining(HOW_LONG) });
    expect(answer).toMatchObject({ from: 'desk', message: { kind: 'text', text: held.text } });
    expect(answer?.message).toHaveProperty('choices');
    expect(office.announced).toContain('c1');
    const [entry] = await findAudit(office.store, { event: 'answer_released' }, { most: 1 });
    expect(entry).toMatchObject({ actor: `staff:${wang.staff.id}`, subject: `answer:${held.id}` });
    expect(await listed()).toEqual([]);
  });

  test('that was written anew is approved by somebody else, and goes out as the writer’s', async () => {
    const { tell, wang, liu, listed, act, lastLines } = await open({ topics: ['basics'] });
    await tell(HOW_LONG);
    const { id } = (await listed())[0];
    expect((await act(wang, 'PUT', `/answers/${id}`, { version: 1, text: '一般不收费。' })).statusCode).toBe(200);
    expect((await act(wang, 'POST', `/answers/${id}/approve`, { version: 2 })).statusCode).toBe(403);
    const stale = await act(liu, 'POST', `/answers/${id}/approve`, { version: 1 });
    expect(stale.json().error).toMatchObject({ code: 'answer_changed' });
    expect((await act(liu, 'POST', `/answers/${id}/approve`, { version: 2 })).statusCode).toBe(200);
    const [line] = await lastLines(1);
    expect(line).toMatchObject({ from: 'staff', message: { text: '一般不收费。', sources: expect.any(Array) } });
    const late = await act(wang, 'POST', `/answers/${id}/reject`, { version: 2, text: '另答' });
    expect(late.json().error).toMatchObject({ code: 'answer_decided', message: expect.stringContaining('liu') });
  });

  test('that is wrong is answered in one’s own words, and the editors learn of it', async () => {
    const { office, tell, wang, listed, act, lastLines } = await open({ topics: ['basics'] });
    await tell(HOW_LONG);
    const { id } = (await listed())[0];
    await act(wang, 'POST', `/answers/${id}/reject`, { version: 1, text: '请先看公布的收费办法。' });
    const lines = await lastLines(2);
    expect(lines.every(({ from }) => from === 'staff')).toBe(true);
    expect(words(lines)).toContain('请先看公布的收费办法。');
    const missed = await readUnanswered(office.store, { most: 10 });
    expect(missed).toMatchObject([{ question: HOW_LONG, poor: 1 }]);
  });

  test('goes out in the name of the staff while they have the conversation: the bot is silent there', async () => {
    const { office, tell, wang, listed, act, lastLines } = await open({ topics: ['basics'] });
    await tell(HOW_LONG);
    await tell('/person');
    await call(office, wang, 'POST', '/conversations/1/claim');
    await act(wang, 'POST', `/answers/${(await listed())[0].id}/approve`, { version: 1 });
    expect((await lastLines(2)).map(({ from }) => from)).toEqual(['staff', 'staff']);
    expect(await tell(HOW_LONG)).toBe('');
    expect(await listed()).toEqual([]);
  });

  test('is waited for like a person: word comes after five minutes, and none once it is decided', async () => {
    const { office, tell, ticker, wang, listed, act, lastLines } = await open({ topics: ['basics'] });
    await tell(HOW_LONG);
    await ticker.run();
    office.wait(5);
    await ticker.run();
    expect(words(await lastLines(1))).toContain('还在等工作人员核对');
    await act(wang, 'POST', `/answers/${(await listed())[0].id}/approve`, { version: 1 });
    const before = await lastLines(99);
    office.wait(60);
    await ticker.run();
    expect(await lastLines(99)).toEqual(before);
  });

  test('is gone with everything else when the citizen has it deleted', async () => {
    const { tell, listed } = await open({ topics: ['basics'] });
    await tell(HOW_LONG);
    await tell('删除我的信息');
    await tell('/my-data/confirm');
    expect(await listed()).toEqual([]);
  });
});

describe('what has to be approved', () => {
  test('is one answer, also behind a button; the others go out by themselves', async () => {
    const { tell, listed } = await open({ answers: ['answer-deadline'] });
    expect(await tell('年报在哪看')).not.toContain('核对');
    expect(await tell('/answer/answer-deadline')).toContain('核对');
    expect((await listed()).map(({ question }: { question: string | null }) => question)).toEqual([null]);
  });

  test('is what the desk is not sure enough of, when it answers words', async () => {
    const { tell, listed } = await open({ below: 1 });
    expect(await tell('/answer/answer-deadline')).not.toContain('核对');
    expect(await tell(HOW_LONG)).toContain('核对');
    expect(await listed()).toMatchObject([{ why: 'unsure' }]);
  });

  test('is held whole when two things are asked at once, and never shown by an offer', async () => {
    const { tell, listed } = await open({ topics: ['basics'] });
    const told = await tell('年报在哪看？多久能回我？');
    expect(told).toContain('核对');
    expect(told).not.toMatch(/网站上|工作日内/u);
    expect(await listed()).toHaveLength(1);
  });
});
