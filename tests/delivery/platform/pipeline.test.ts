import { describe, expect, test } from 'vitest';
import type { Dispatch } from '../../../src/channel/adapter.ts';
import { DeskError } from '../../../src/errors.ts';
import { appendLines, readPending, readSetAside, readUndelivered, tidyInbox } from '../../../src/store/index.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { scriptedTurn } from '../scripted-turn.ts';
import { createClock, openPipeline, plainMessage } from './pipeline-under-test.ts';
import { createPlainAdapter, readingOf } from './plain-adapter.ts';

async function open(capabilities = {}, options = {}) {
  const store = await openTemporary();
  const adapter = createPlainAdapter(capabilities);
  const clock = createClock();
  return { store, adapter, clock, ...openPipeline(store, adapter, { now: clock.now, ...options }) };
}

describe('what comes in', () => {
  test('is answered before it is handled, and handled afterwards', async () => {
    const { adapter, pipeline } = await open();
    adapter.nextReading(readingOf(plainMessage('m1', '你好')));
    const answer = await pipeline.answer(new Request('http://desk/'));
    expect([answer.status, adapter.texts()]).toEqual([200, []]);
    await pipeline.settle();
    expect(adapter.texts()).toEqual(['1: 你好']);
  });

  test('twice, even at once, has one effect', async () => {
    const { adapter, pipeline } = await open();
    await Promise.all([1, 2, 3].map(() => pipeline.accept([plainMessage('m1', '你好')])));
    await pipeline.settle();
    await pipeline.accept([plainMessage('m1', '你好')]);
    await pipeline.settle();
    expect(adapter.texts()).toEqual(['1: 你好']);
  });

  test('again eight days later is known: no platform delivers again for longer', async () => {
    const { store, adapter, clock, pipeline } = await open();
    await pipeline.accept([plainMessage('m1', '你好')]);
    await pipeline.settle();
    clock.forward(8 * 24 * 3_600_000);
    await store.transaction((executor) => tidyInbox(executor, clock.now()));
    await pipeline.accept([plainMessage('m1', '你好')]);
    await pipeline.settle();
    expect(adapter.texts()).toEqual(['1: 你好']);
  });

  test('is handled in the order it came, each conversation for itself', async () => {
    const { adapter, pipeline } = await open();
    const ids = ['a', 'b', 'a', 'b', 'a'];
    await Promise.all(ids.map((to, index) => pipeline.accept([plainMessage(`m${index}`, `${index}`, to)])));
    await pipeline.settle();
    const texts = (to: string) => adapter.sent.filter((each) => each.conversation === to).map(({ part }) => part.text);
    expect(texts('a')).toEqual(['1: 0', '2: 2', '3: 4']);
    expect(texts('b')).toEqual(['1: 1', '2: 3']);
  });

  test('of who writes and writes is heard at a pace while others come, and all at once when nobody does', async () => {
    const { adapter, clock, pipeline } = await open({ rate: { most: 100, perMs: 1000 } });
    const answered = (to: string) => adapter.sent.filter(({ conversation }) => conversation === to).length;
    const flood = Array.from({ length: 40 }, (_, index) => plainMessage(`f${index}`, `${index}`, 'flood'));
    await pipeline.accept([...flood, plainMessage('m1', '你好', 'somebody')]);
    const again = await pipeline.settle();
    expect([answered('flood'), answered('somebody')]).toEqual([11, 1]);
    expect(again).toEqual(new Date(clock.now().getTime() + 500));
    clock.forward(500);
    await pipeline.settle();
    expect(answered('flood')).toBe(12);
    clock.forward(2000);
    await pipeline.settle();
    expect(answered('flood')).toBe(40);
    const order = adapter.sent.filter(({ conversation }) => conversation === 'flood').map(({ part }) => part.text);
    expect(order.at(-1)).toBe('40: 39');
  });

  test('survives a restart between acknowledging and handling', async () => {
    const { store, adapter, pipeline } = await open();
    await pipeline.accept([plainMessage('m1', '你好')]);
    await pipeline.stop();
    const later = openPipeline(store, adapter);
    await later.pipeline.settle();
    expect(adapter.texts()).toEqual(['1: 你好']);
  });

  test('is left to whoever comes next when there is too much to finish before stopping', async () => {
    const clock = createClock();
    const slowly = () => {
      clock.forward(200);
      return clock.now();
    };
    const { store, adapter, pipeline } = await open({}, { now: clock.now, desk: { now: slowly } });
    const many = Array.from({ length: 130 }, (_, index) => plainMessage(`m${index}`, '你好', `plain:1:${index}`));
    await pipeline.accept(many);
    await pipeline.stop();
    const waiting = () =>
      readPending(
        store,
        'plain',
        many.map(({ conversation }) => conversation),
        many.length,
      );
    expect(await waiting()).not.toEqual([]);
    await openPipeline(store, adapter, { now: clock.now, holder: 'later' }).pipeline.settle();
    expect(await waiting()).toEqual([]);
  });

  test('is answered by whoever comes next when sending takes longer than a stopping process has', async () => {
    const { store, adapter, clock, pipeline } = await open({ rate: { most: 1000, perMs: 1000 } });
    const many = Array.from({ length: 60 }, (_, index) => plainMessage(`m${index}`, '你好', `plain:1:${index}`));
    const send = (dispatch: Dispatch) => {
      clock.forward(400);
      return adapter.send(dispatch);
    };
    const slow = { ...adapter, send };
    const stopping = openPipeline(store, slow, { now: clock.now, holder: 'slow' }).pipeline;
    await pipeline.accept(many);
    await stopping.stop();
    expect(adapter.sent.length).toBeGreaterThan(0);
    expect(adapter.sent.length).toBeLessThan(30);
    await openPipeline(store, adapter, { now: clock.now, holder: 'later' }).pipeline.settle();
    expect(adapter.sent).toHaveLength(60);
  });

  test('is refused while the desk is closing, so that the platform delivers it again', async () => {
    const { adapter, pipeline } = await open();
    await pipeline.stop();
    adapter.nextReading(readingOf(plainMessage('m1', '你好')));
    expect((await pipeline.answer(new Request('http://desk/'))).status).toBe(503);
  });

  test('beyond what can be stored in time is refused at once, and the platform told when to deliver it again', async () => {
    const { adapter, pipeline, store } = await open();
    adapter.nextReading(readingOf(...Array.from({ length: 3001 }, (_, at) => plainMessage(`m${at}`, '好'))));
    const answer = await pipeline.answer(new Request('http://desk/'));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await store.db.selectFrom('inbox').selectAll().execute()).toEqual([]);
  });

  test('beyond what is soon answered is refused, until enough of it has been handled', async () => {
    const { adapter, clock, pipeline } = await open({ rate: { most: 100, perMs: 1000 } }, { mostPending: 20 });
    const deliver = async (id: string) => {
      adapter.nextReading(readingOf(plainMessage(id, '好', id)));
      return (await pipeline.answer(new Request('http://desk/'))).status;
    };
    const statuses: number[] = [];
    for (let index = 0; index < 25; index += 1) statuses.push(await deliver(`m${index}`));
    expect(statuses).toEqual([...Array<number>(20).fill(200), ...Array<number>(5).fill(503)]);
    await pipeline.settle();
    clock.forward(1000);
    // The first one after it only finds out that there is room again.
    await expect.poll(() => deliver('later')).toBe(200);
    await pipeline.settle();
    expect(adapter.sent).toHaveLength(21);
  });

  test('forged reaches nobody', async () => {
    const { adapter, pipeline, store } = await open();
    expect((await pipeline.answer(new Request('http://desk/'))).status).toBe(401);
    await pipeline.settle();
    expect(await store.db.selectFrom('inbox').selectAll().execute()).toEqual([]);
    expect(adapter.texts()).toEqual([]);
  });
});

describe('a message whose handling fails', () => {
  test('is tried again when its rest is over, however many others keep coming', async () => {
    let failures = 0;
    const turns: string[] = [];
    const clock = createClock();
    const turn: typeof scriptedTurn = (state, input, ...rest) => {
      clock.forward(100);
      turns.push(input.kind === 'text' ? input.text : '');
      // A desk that handles messages together tries it once with the others and once by itself.
      if (failures < 2 && input.kind === 'text' && input.text === 'first') {
        failures += 1;
        throw new Error('not today');
      }
      return scriptedTurn(state, input, ...rest);
    };
    const { pipeline } = await open({}, { desk: { turn }, now: clock.now });
    // More than are read at once, so that there is always somebody else to go on with.
    const others = Array.from({ length: 450 }, (_, at) => plainMessage(`m${at}`, 'other', `plain:1:${at}`));
    await pipeline.accept([plainMessage('first', 'first'), ...others]);
    await pipeline.settle();
    expect(turns.indexOf('first')).toBe(0);
    expect(turns.lastIndexOf('first')).toBeGreaterThan(10);
    expect(turns.lastIndexOf('first')).toBeLessThan(350);
  });

  test('is tried again, and what follows it waits', async () => {
    let broken = true;
    const turn: typeof scriptedTurn = (state, input, ...rest) => {
      if (broken && input.kind === 'text' && input.text === 'first') throw new Error('not today');
      return scriptedTurn(state, input, ...rest);
    };
    const { adapter, clock, pipeline } = await open({}, { desk: { turn } });
    await pipeline.accept([
      plainMessage('m1', 'first'),
      plainMessage('m2', 'second'),
      plainMessage('m3', 'other', 'b'),
    ]);
    const next = await pipeline.settle();
    expect(adapter.texts()).toEqual(['1: other']);
    expect(next).toEqual(new Date(clock.now().getTime() + 1000));
    broken = false;
    clock.forward(1000);
    await pipeline.settle();
    expect(adapter.texts()).toEqual(['1: other', '1: first', '2: second']);
  });

  test('five times is set aside, staff see it, and the conversation goes on', async () => {
    const { store, adapter, clock, pipeline } = await open();
    await pipeline.accept([plainMessage('m1', 'fail'), plainMessage('m2', 'second')]);
    for (let next = await pipeline.settle(); next; next = await pipeline.settle()) {
      clock.forward(next.getTime() - clock.now().getTime());
    }
    expect(adapter.texts()).toEqual(['抱歉，请打办公室：024-1234567', '1: second']);
    expect(await readSetAside(store)).toMatchObject([{ channel: 'plain', conversation: 'plain:1:a', id: 'm1' }]);
  });

  test('damaged in storage does not hold up the channel', async () => {
    const { store, adapter, pipeline } = await open();
    await pipeline.accept([plainMessage('m1', '坏'), plainMessage('m2', '好')]);
    await store.db
      .updateTable('inbox')
      .set({ body: Buffer.of(1, 2, 3) })
      .where('message_id', '=', 'm1')
      .execute();
    await pipeline.settle();
    expect(adapter.texts()).toEqual(['1: 好']);
    expect(await readSetAside(store)).toMatchObject([{ id: 'm1' }]);
  });
});

describe('what is owed', () => {
  const later = (afterMs: number | null) => ({ kind: 'later' as const, afterMs, why: 'busy' });

  test('is sent again when the platform says so, under the same key', async () => {
    const { adapter, clock, pipeline } = await open();
    adapter.answerNext(later(7000));
    await pipeline.accept([plainMessage('m1', '你好')]);
    expect(await pipeline.settle()).toEqual(new Date(clock.now().getTime() + 7000));
    clock.forward(6999);
    await pipeline.settle();
    expect(adapter.texts()).toEqual([]);
    clock.forward(1);
    await pipeline.settle();
    expect(adapter.texts()).toEqual(['1: 你好']);
    expect(new Set(adapter.tried.map(({ key }) => key)).size).toBe(1);
    expect(adapter.tried).toHaveLength(2);
  });

  test('without such word is sent again after 1 s, 2 s, 4 s, also when the adapter throws', async () => {
    const { adapter, clock, pipeline } = await open();
    adapter.answerNext(later(null), new Error('socket hang up'), later(null));
    await pipeline.accept([plainMessage('m1', '你好')]);
    const waits: number[] = [];
    for (let next = await pipeline.settle(); next; next = await pipeline.settle()) {
      waits.push(next.getTime() - clock.now().getTime());
      clock.forward(next.getTime() - clock.now().getTime());
    }
    expect([waits, adapter.texts()]).toEqual([[1000, 2000, 4000], ['1: 你好']]);
  });

  test('goes on after the parts the platform has taken', async () => {
    const { adapter, clock, pipeline } = await open({ text: { most: 10, unit: 'characters' } });
    adapter.answerNext({ kind: 'sent', platformId: null }, later(null));
    await pipeline.accept([plainMessage('m1', '一二三四五六七八九十一二三四五六七八九十')]);
    await pipeline.settle();
    clock.forward(1000);
    await pipeline.settle();
    expect(adapter.texts().join('')).toBe('1: 一二三四五六七八九十一二三四五六七八九十');
    expect(new Set(adapter.sent.map(({ key }) => key)).size).toBe(adapter.sent.length);
  });

  test('keeps its order: a later line waits behind one that is held up', async () => {
    const { adapter, clock, pipeline } = await open();
    adapter.answerNext(later(5000));
    await pipeline.accept([plainMessage('m1', 'one'), plainMessage('m2', 'two'), plainMessage('m3', 'else', 'b')]);
    await pipeline.settle();
    clock.forward(5000);
    await pipeline.settle();
    expect(adapter.texts().filter((text) => !text.includes('else'))).toEqual(['1: one', '2: two']);
  });

  test('that can never arrive is shown to staff, and the next line is tried', async () => {
    const { store, adapter, pipeline } = await open();
    adapter.answerNext({ kind: 'undeliverable', why: 'blocked' });
    await pipeline.accept([plainMessage('m1', 'one'), plainMessage('m2', 'two')]);
    await pipeline.settle();
    expect(await readUndelivered(store)).toMatchObject([{ channel: 'plain', seq: 2, why: 'blocked' }]);
    expect(adapter.texts()).toEqual(['2: two']);
  });

  test('outside the hours in which the desk may write, the platform is not even asked, and staff are shown it', async () => {
    const { store, adapter, clock, pipeline } = await open({
      proactive: { kind: 'window', hours: 48, messages: 5 },
    });
    await pipeline.accept([plainMessage('m1', 'one')]);
    await pipeline.settle();
    const key = { channel: 'plain', conversation: 'plain:1:a' };
    const owe = (text: string) =>
      appendLines(store, key, [{ from: 'desk', message: { kind: 'text', text } }], clock.now());
    clock.forward(48 * 3_600_000);
    await owe('just in time');
    await pipeline.settle();
    clock.forward(1);
    await owe('too late');
    await pipeline.settle();
    expect(adapter.tried.map(({ part }) => part.text)).toEqual(['1: one', 'just in time']);
    expect(await readUndelivered(store)).toMatchObject([{ why: 'window_closed' }]);
  });

  test('is given up after a day of trying', async () => {
    const { store, adapter, clock, pipeline } = await open();
    adapter.answerNext(later(null), later(null));
    await pipeline.accept([plainMessage('m1', 'one')]);
    await pipeline.settle();
    clock.forward(25 * 3_600_000);
    await pipeline.settle();
    expect(await readUndelivered(store)).toMatchObject([{ why: 'no_answer' }]);
  });

  test('is sent no faster than the platform allows', async () => {
    const { adapter, clock, pipeline } = await open({ rate: { most: 3, perMs: 1000 } });
    for (let n = 0; n < 7; n += 1) await pipeline.accept([plainMessage(`m${n}`, `${n}`, `c${n}`)]);
    expect(await pipeline.settle()).toEqual(new Date(clock.now().getTime() + 1000));
    expect(adapter.sent).toHaveLength(3);
    clock.forward(1000);
    await pipeline.settle();
    expect(adapter.sent).toHaveLength(6);
  });
});

describe('a reply that rides on the answer', () => {
  const carrying = (inbound: ReturnType<typeof plainMessage>, takes = 1) => ({
    ...readingOf(inbound),
    carry: (parts: readonly { text: string }[]) => ({
      answer: new Response(
        parts
          .slice(0, takes)
          .map(({ text }) => text)
          .join('|'),
      ),
      taken: Math.min(takes, parts.length),
    }),
  });

  test('is not sent a second time', async () => {
    const { adapter, pipeline } = await open({ replyWithin: 4500 });
    await pipeline.start();
    adapter.nextReading(carrying(plainMessage('m1', '你好')));
    const answer = await pipeline.answer(new Request('http://desk/'));
    expect(await answer.text()).toBe('1: 你好');
    await pipeline.stop();
    expect(adapter.texts()).toEqual([]);
  });

  test('carries what fits; the rest is sent apart', async () => {
    const { adapter, pipeline } = await open({ replyWithin: 4500, text: { most: 8, unit: 'characters' } });
    await pipeline.start();
    adapter.nextReading(carrying(plainMessage('m1', '一二三四五六七八九')));
    const answer = await pipeline.answer(new Request('http://desk/'));
    const first = await answer.text();
    await pipeline.stop();
    expect(first + adapter.texts().join('')).toBe('1: 一二三四五六七八九');
  });

  test('is given again to the same delivery repeated', async () => {
    const { adapter, pipeline } = await open({ replyWithin: 4500 });
    await pipeline.start();
    const inbound = plainMessage('m1', '你好');
    adapter.nextReading(carrying(inbound));
    await pipeline.answer(new Request('http://desk/'));
    const again = await pipeline.answer(new Request('http://desk/'));
    expect(await again.text()).toBe('1: 你好');
    await pipeline.stop();
  });

  test('is given again by another process when the one that gave it is gone', async () => {
    const { store, adapter, pipeline } = await open({ replyWithin: 4500 });
    const inbound = plainMessage('m1', '你好');
    adapter.nextReading(carrying(inbound));
    await pipeline.start();
    await pipeline.answer(new Request('http://desk/'));
    await pipeline.stop();
    const later = openPipeline(store, adapter, { holder: 'later' });
    await later.pipeline.start();
    expect(await (await later.pipeline.answer(new Request('http://desk/'))).text()).toBe('1: 你好');
    await later.pipeline.stop();
    expect(adapter.texts()).toEqual([]);
  });

  test('is given again also when the database did not say at once what the answer had been', async () => {
    const { store, adapter, pipeline } = await open({ replyWithin: 4500 });
    adapter.nextReading(carrying(plainMessage('m1', '你好')));
    await pipeline.start();
    await pipeline.answer(new Request('http://desk/'));
    await pipeline.stop();
    let asked = 0;
    const stumbling = {
      ...store,
      get db() {
        asked += 1;
        if (asked === 1) throw new DeskError('STORE_FAILED', 'too slow');
        return store.db;
      },
    };
    const later = openPipeline(stumbling, adapter, { holder: 'later' });
    expect(await (await later.pipeline.answer(new Request('http://desk/'))).text()).toBe('1: 你好');
    expect(asked).toBeGreaterThan(1);
  });

  test('held until the person writes again, rides on that answer', async () => {
    const { adapter, pipeline } = await open({ replyWithin: 4500 });
    await pipeline.start();
    adapter.answerNext({ kind: 'held', why: 'no customer-service permission' });
    await pipeline.accept([plainMessage('m1', 'one')]);
    await pipeline.settle();
    adapter.nextReading(carrying(plainMessage('m2', '继续'), 2));
    const answer = await pipeline.answer(new Request('http://desk/'));
    expect(await answer.text()).toBe('1: one|2: 继续');
    await pipeline.stop();
  });

  test('that is not there in time is told to come later where the platform has a word for it', async () => {
    const { adapter, pipeline } = await open({ replyWithin: 1 });
    await pipeline.start();
    const late = { ...carrying(plainMessage('m1', 'fail')), answerLate: new Response('later') };
    adapter.nextReading(late);
    expect(await (await pipeline.answer(new Request('http://desk/'))).text()).toBe('later');
    adapter.nextReading(carrying(plainMessage('m2', 'fail')));
    expect(await (await pipeline.answer(new Request('http://desk/'))).text()).toBe('ok');
    await pipeline.stop();
  });

  test('asked for by itself, brings what is owed and is not handled as a message', async () => {
    const { adapter, pipeline } = await open({ replyWithin: 4500, text: { most: 4, unit: 'characters' } });
    await pipeline.start();
    const ask = async (id: string, text: string, asksForRest: boolean) => {
      adapter.answerNext({ kind: 'held', why: 'no customer-service permission' });
      adapter.nextReading({ ...carrying(plainMessage(id, text)), asksForRest });
      return (await pipeline.answer(new Request('http://desk/'))).text();
    };
    expect(await ask('m1', '一二三四五', false)).toBe('1: ');
    expect(await ask('m2', '继续', true)).toBe('一二三四');
    expect(await ask('m2', '继续', true)).toBe('一二三四');
    expect(await ask('m3', '继续', true)).toBe('五');
    expect(await ask('m4', '继续', true)).toBe('2: ');
    await pipeline.stop();
  });
});
