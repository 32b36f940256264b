import { describe, expect, test } from 'vitest';
import { createTicker } from '../../src/delivery/index.ts';
import { createComeBack, STAFF_QUIET } from '../../src/desk/conversations/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { appendLines, loadState, readLines, saveState } from '../../src/store/index.ts';
import { messages } from '../adapters/web/project.ts';
import { message, openScripted } from '../delivery/desk-under-test.ts';
import { call, hire, openOffice, seat } from './api/open-office.ts';

const KEY = { channel: 'web', conversation: 'c1' };

/** A claimed conversation, the clock, and the ticker that watches over it: ten minutes, a day. */
async function openClaimed(locale: 'zh-CN' | 'en' = 'zh-CN') {
  const office = await openOffice();
  const desk = openScripted(office.store, { now: office.now });
  await desk.receive(message('m1', 'person answer/fees'));
  const state = await loadState(office.store, KEY);
  if (state) await office.store.transaction((executor) => saveState(executor, KEY, { ...state, locale }, office.now()));
  const wang = await seat(office, await hire(office, 'wang', ['chat_agent']));
  await call(office, wang, 'POST', '/conversations/1/claim');
  const openTicker = (holder: string) =>
    createTicker({
      store: office.store,
      jobs: { [STAFF_QUIET]: createComeBack({ messages: () => messages, quietMinutes: 10, idleHours: 24 }) },
      holder,
      now: office.now,
      logger: silentLogger,
    });
  const ticker = openTicker('one');
  await ticker.run();
  const pass = async (minutes: number, by = ticker) => {
    office.wait(minutes);
    await by.run();
  };
  const say = (text: string) => call(office, wang, 'POST', '/conversations/1/replies', { body: { text } });
  // Signed in anew: by then an earlier session may have run out.
  const show = async () => (await call(office, await seat(office, wang.staff), 'GET', '/conversations/1')).json();
  const owner = async () => (await loadState(office.store, KEY))?.owner;
  const lastLine = async () => (await readLines(office.store, KEY, { after: 0 })).at(-1);
  return { office, desk, wang, openTicker, pass, say, show, owner, lastLine };
}

describe('staff who go quiet', () => {
  test('lose the conversation: the bot comes back, says so, and the citizen keeps the place in the queue', async () => {
    const { pass, show, owner, lastLine, wang } = await openClaimed();
    await pass(9);
    expect(await owner()).toBe('staff');
    await pass(1);
    expect(await owner()).toBe('queue');
    expect(await lastLine()).toMatchObject({
      from: 'desk',
      message: { text: expect.stringContaining('我继续为您解答') },
    });
    expect(await show()).toMatchObject({
      state: 'waiting',
      claimedBy: null,
      returnedAt: expect.any(String),
      returnedFrom: wang.staff.id,
    });
  });

  test('are told of in the citizen’s language, and once', async () => {
    const { office, pass, lastLine, show } = await openClaimed('en');
    await pass(30);
    await pass(30);
    expect((await lastLine())?.message).toMatchObject({ text: expect.stringContaining('I answer again') });
    expect((await show()).lines.filter(({ from }: { from: string }) => from === 'desk')).toHaveLength(4);
    const [entry] = await office.store.db
      .selectFrom('audit')
      .selectAll()
      .where('event', '=', 'conversation_returned')
      .execute();
    expect(entry).toMatchObject({ actor: 'desk', subject: 'conversation:1' });
  });

  test('are waited for from the citizen’s first unanswered word on, not the last', async () => {
    const { office, desk, pass, say, owner } = await openClaimed();
    office.wait(5);
    await say('您好');
    await pass(60);
    expect(await owner()).toBe('staff');
    await desk.receive(message('m2', '还有一个问题'));
    await pass(6);
    await desk.receive(message('m3', '在吗'));
    await pass(3);
    expect(await owner()).toBe('staff');
    await pass(1);
    expect(await owner()).toBe('queue');
  });

  test('do not lose it to a timer that another process has to see to', async () => {
    const { pass, openTicker, owner } = await openClaimed();
    await pass(11, openTicker('another'));
    // The first one’s lease has run out by now.
    expect(await owner()).toBe('queue');
  });

  test('may claim it again', async () => {
    const { office, pass, wang, owner } = await openClaimed();
    await pass(10);
    expect((await call(office, wang, 'POST', '/conversations/1/claim')).statusCode).toBe(200);
    expect(await owner()).toBe('staff');
  });
});

test('a conversation in which nobody writes for a day ends, and the bot has it', async () => {
  const { office, pass, say, show, owner, lastLine } = await openClaimed();
  office.wait(1);
  await say('您好');
  await pass(23 * 60);
  expect(await owner()).toBe('staff');
  await pass(60);
  expect(await owner()).toBe('bot');
  expect(await show()).toMatchObject({ state: 'ended', endedWhy: 'idle' });
  expect((await lastLine())?.message).toMatchObject({ text: expect.stringContaining('先结束了') });
});

test('a conversation given back or ended is watched no longer', async () => {
  const { office, pass, wang, show, lastLine } = await openClaimed();
  await call(office, wang, 'POST', '/conversations/1/end', { body: { reason: '已答复' } });
  const before = await lastLine();
  await pass(60 * 48);
  expect(await lastLine()).toEqual(before);
  expect(await show()).toMatchObject({ endedWhy: '已答复', returnedAt: null });
});

test('staff read the numbers the office has published, and none of the citizen’s', async () => {
  const { office, desk, show } = await openClaimed();
  await desk.receive(message('m2', '我打过024-28513177，我的电话13840987654'));
  const text = '请打024-28513177；您填的是13840987654';
  const line = { from: 'desk', message: { kind: 'notice', text } } as const;
  await office.store.transaction((executor) => appendLines(executor, KEY, [line], office.now()));
  const { lines } = await show();
  expect(lines.at(-1).text).toBe('请打024-28513177；您填的是138****7654');
  expect(
    lines.find(({ from, text }: { from: string; text: string }) => from === 'citizen' && text.includes('打过')).text,
  ).toBe('我打过024-******77，我的电话138****7654');
});
