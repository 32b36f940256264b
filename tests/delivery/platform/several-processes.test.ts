import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import type { Dispatch, Sent } from '../../../src/channel/adapter.ts';
import type { Capabilities } from '../../../src/channel/capabilities.ts';
import { isProcessGone, nameProcess } from '../../../src/cli/process-name.ts';
import type { PipelineOptions } from '../../../src/delivery/index.ts';
import { createConversationHolder } from '../../../src/delivery/platform/hold-conversations.ts';
import { DeskError } from '../../../src/errors.ts';
import {
  claimConversations,
  claimPending,
  keepConversation,
  keepInbound,
  type Store,
} from '../../../src/store/index.ts';
import { openAt } from '../../store/open-at.ts';
import { makeDirectory, openTemporary } from '../../store/temporary-store.ts';
import { createClock, openPipeline, plainMessage } from './pipeline-under-test.ts';
import { createPlainAdapter, readingOf } from './plain-adapter.ts';

const MESSAGES = 40;
const FAST = { rate: { most: 1000, perMs: 1000 } };

/** Processes over one database, each with connections of its own to it and to the platform. */
async function openSeveral(options: Partial<Omit<PipelineOptions, 'desk'>> = {}) {
  const directory = makeDirectory();
  await openTemporary(directory);
  const clock = createClock();
  const open = async (
    holder: string,
    more: Partial<Omit<PipelineOptions, 'desk'>> = {},
    rate: Capabilities['rate'] = FAST.rate,
  ) => {
    const store = await openTemporary(directory);
    const adapter = createPlainAdapter({ rate, replyWithin: 4500 });
    return { store, adapter, ...openPipeline(store, adapter, { now: clock.now, holder, ...options, ...more }) };
  };
  return { clock, open, directory };
}

/** An adapter's send that hangs until it is let go. */
function hang(adapter: ReturnType<typeof createPlainAdapter>) {
  const { promise, resolve } = Promise.withResolvers<Sent>();
  const begun = Promise.withResolvers<Dispatch>();
  const hanging = {
    ...adapter,
    send: (dispatch: Dispatch) => {
      begun.resolve(dispatch);
      return promise;
    },
  };
  return { hanging, begun: begun.promise, letGo: () => resolve({ kind: 'sent', platformId: null }) };
}

describe('processes that share a database', () => {
  test('a conversation that rests after a failure is free when its rest is over, though its process renews what it holds', async () => {
    const { clock, open } = await openSeveral();
    const hold = (store: Store, holder: string) =>
      createConversationHolder({ store, work: 'hear', channel: 'plain', holder, now: clock.now });
    const [one, two] = [hold((await open('one')).store, 'one'), hold((await open('two')).store, 'two')];
    const resting = await one.takeOne('plain:1:a');
    await one.takeOne('plain:1:b');
    const until = new Date(clock.now().getTime() + 20_000);
    await (await open('one')).store.transaction(async (executor) => {
      if (resting) await one.giveBack(executor, resting, until);
    });
    expect(await two.takeOne('plain:1:a')).toBeUndefined();
    clock.forward(15_000);
    expect(await one.stayAlive()).toBe(true);
    clock.forward(6000);
    expect(await two.takeOne('plain:1:a')).toBeDefined();
    expect(await two.takeOne('plain:1:b')).toBeUndefined();
  });

  test('handle each message and send each line once, in the order of each conversation', async () => {
    const { open } = await openSeveral();
    const all = [await open('one'), await open('two'), await open('three')];
    const messages = Array.from({ length: MESSAGES }, (_, at) => plainMessage(`m${at}`, `${at}`, `plain:1:${at % 7}`));
    for (const [at, each] of messages.entries()) await all[at % 3]?.pipeline.accept([each]);
    for (let round = 0; round < 2; round += 1) await Promise.all(all.map(({ pipeline }) => pipeline.settle()));
    const sent = all.flatMap(({ adapter }) => adapter.sent);
    expect(sent).toHaveLength(MESSAGES);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(MESSAGES);
    for (let to = 0; to < 7; to += 1) {
      const said = sent.filter(({ conversation }) => conversation === `plain:1:${to}`).map(({ part }) => part.text);
      const numbered = said.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
      expect(numbered).toEqual(
        messages
          .filter(({ conversation }) => conversation === `plain:1:${to}`)
          .map(({ body }, at) => `${at + 1}: ${body.kind === 'text' ? body.text : ''}`),
      );
    }
  });

  test('a process that takes in does not handle; one that works does, wherever the message came', async () => {
    const { open } = await openSeveral();
    const [web, worker] = [await open('web', { role: 'web' }), await open('worker', { role: 'worker' })];
    await web.pipeline.accept([plainMessage('m1', '你好')]);
    await web.pipeline.settle();
    expect(web.adapter.texts()).toEqual([]);
    await worker.pipeline.settle();
    expect([web.adapter.texts(), worker.adapter.texts()]).toEqual([[], ['1: 你好']]);
  });

  test('a reply another process makes rides on the answer, and is not sent apart', async () => {
    const { open } = await openSeveral();
    const [web, worker] = [await open('web', { role: 'web' }), await open('worker', { role: 'worker' })];
    await Promise.all([web.pipeline.start(), worker.pipeline.start()]);
    web.adapter.nextReading({
      ...readingOf(plainMessage('m1', '你好')),
      carry: ([part]) => ({ answer: new Response(part?.text), taken: 1 }),
    });
    const answer = await web.pipeline.answer(new Request('http://desk/'));
    expect(await answer.text()).toBe('1: 你好');
    await Promise.all([web.pipeline.stop(), worker.pipeline.stop()]);
    expect([...web.adapter.sent, ...worker.adapter.sent]).toEqual([]);
  });

  test('what one that died was sending is sent by another, under the same key, when its lease has run out', async () => {
    const { clock, open, directory } = await openSeveral();
    const dying = hang(createPlainAdapter(FAST));
    const store = await openAt(directory);
    const one = openPipeline(store, dying.hanging, { now: clock.now, holder: 'one' });
    await one.pipeline.accept([plainMessage('m1', '你好')]);
    const settled = one.pipeline.settle();
    const { key } = await dying.begun;
    const other = await open('other');
    await other.pipeline.settle();
    expect(other.adapter.texts()).toEqual([]);
    clock.forward(30_000);
    await other.pipeline.settle();
    expect(other.adapter.sent.map((each) => each.key)).toEqual([key]);
    dying.letGo();
    await settled;
    await store.close();
  });

  test('one known to be dead is followed at once', async () => {
    const { clock, open } = await openSeveral({ isGone: (holder) => holder === 'one' });
    const other = await open('other');
    await other.pipeline.accept([plainMessage('m1', '你好')]);
    const until = new Date(clock.now().getTime() + 30_000);
    const one = { work: 'hear', channel: 'plain', holder: 'one', now: clock.now(), until } as const;
    await other.store.transaction((executor) => claimConversations(executor, one, ['plain:1:a']));
    await other.pipeline.settle();
    expect(other.adapter.texts()).toEqual(['1: 你好']);
  });

  test('one that lost a conversation writes nothing of what it was about to', async () => {
    const { clock, open } = await openSeveral();
    const { store, desk } = await open('one');
    const [now, later] = [clock.now(), new Date(clock.now().getTime() + 30_000)];
    const one = { work: 'hear', channel: 'plain', holder: 'one', now, until: later } as const;
    const other = { ...one, holder: 'other', now: later };
    const take = (by: typeof one | typeof other) =>
      store.transaction((executor) => claimConversations(executor, by, ['plain:1:a']));
    const [held] = await take(one);
    const [passed] = await take(other);
    expect(passed?.token).toBe((held?.token ?? 0) + 1);
    const receiving = desk.receive(plainMessage('m1', '你好'), async (executor) => {
      if (held && (await keepConversation(executor, one, held))) return;
      throw new DeskError('LEASE_LOST', 'lost');
    });
    await expect(receiving).rejects.toMatchObject({ code: 'LEASE_LOST' });
    expect(await store.db.selectFrom('lines').selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('inbox').selectAll().execute()).toEqual([]);
  });

  test('who takes conversations passes over those another is taking, and waits for nobody', async () => {
    const { clock, open } = await openSeveral();
    const { store } = await open('one');
    const kept = ['a', 'b', 'c'].map((to) => plainMessage(`m-${to}`, to, to));
    await store.transaction((executor) => keepInbound(executor, kept, clock.now()));
    const until = new Date(clock.now().getTime() + 30_000);
    const by = (holder: string) => ({ work: 'hear', channel: 'plain', holder, now: clock.now(), until }) as const;
    const wanted = { without: [], most: 2 };
    if (store.platform.oneWriter) {
      const first = await store.transaction((executor) => claimPending(executor, by('one'), wanted));
      const second = await store.transaction((executor) => claimPending(executor, by('two'), wanted));
      expect([first.length, second.map(({ conversation }) => conversation)]).toEqual([2, ['c']]);
      return;
    }
    await store.transaction(async (executor) => {
      expect(await claimPending(executor, by('one'), wanted)).toHaveLength(2);
      // While the first transaction is open.
      const second = await store.transaction((other) => claimPending(other, by('two'), wanted));
      expect(second.map(({ conversation }) => conversation)).toEqual(['c']);
    });
  });

  test('hear who writes and writes at a pace while another answers everybody else, and all at once when nobody comes', async () => {
    const { clock, open } = await openSeveral();
    const [one, two] = [await open('one'), await open('two')];
    await two.pipeline.accept([plainMessage('m1', '你好', 'plain:1:somebody')]);
    await two.pipeline.settle();
    const flood = Array.from({ length: 40 }, (_, index) => plainMessage(`f${index}`, `${index}`, 'plain:1:flood'));
    await one.pipeline.accept(flood);
    await one.pipeline.settle();
    expect([two.adapter.sent.length, one.adapter.sent.length]).toEqual([1, 11]);
    clock.forward(500);
    await one.pipeline.settle();
    expect(one.adapter.sent).toHaveLength(12);
    clock.forward(2000);
    await one.pipeline.settle();
    expect(one.adapter.sent).toHaveLength(40);
  });

  test('share what the platform takes', async () => {
    const { clock, open } = await openSeveral();
    const rate = { most: 12, perMs: 1000 };
    const all = [await open('one', {}, rate), await open('two', {}, rate)];
    for (const { pipeline } of all) await pipeline.settle();
    clock.forward(10_000);
    for (const { pipeline } of all) await pipeline.settle();
    await all[0]?.pipeline.accept(Array.from({ length: 9 }, (_, at) => plainMessage(`m${at}`, '好', `plain:1:${at}`)));
    await all[0]?.pipeline.settle();
    expect(all[0]?.adapter.sent).toHaveLength(6);
  });
});

test('a process is known to be dead on its own machine only', () => {
  const dead = 2 ** 22 + 1;
  expect([nameProcess(), `${hostname()}/${dead}`, `elsewhere/${dead}`].map(isProcessGone)).toEqual([
    false,
    true,
    false,
  ]);
});
