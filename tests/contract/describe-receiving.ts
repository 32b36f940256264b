import { afterEach, expect, test } from 'vitest';
import type { ChannelHarness, PersonMessage } from './harness.ts';
import { type OpenChannel, openChannel } from './open-channel.ts';

const HELLO = { kind: 'text', id: '1', chat: 'first', text: '你好' } as const satisfies PersonMessage;

/** What becomes of deliveries: kept, acknowledged, handled once and in order. */
export function describeReceiving(harness: ChannelHarness): void {
  let channel: OpenChannel | undefined;
  const open = async (...more: Parameters<typeof openChannel> extends [unknown, ...infer Rest] ? Rest : never) => {
    channel = await openChannel(harness, ...more);
    return channel;
  };
  afterEach(() => channel?.close());

  test('a message is answered, once', async () => {
    const { say, replies } = await open();
    expect((await say(HELLO)).status).toBe(200);
    expect(await replies('first')).toEqual(['1: 你好']);
  });

  test('the same delivery again, at once and later, has one effect', async () => {
    const { fake, pipeline, say, replies } = await open();
    const answers = await Promise.all([1, 2, 3].map(() => pipeline.answer(fake.deliver(HELLO))));
    await say(HELLO);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(await replies('first')).toEqual(['1: 你好']);
  });

  test.each(['bad', 'missing', 'stale', 'other_channel'] as const)('a %s signature reaches nobody', async (how) => {
    const { fake, pipeline, replies, store } = await open();
    const forged = fake.forge(HELLO, how);
    if (!forged) return;
    expect((await pipeline.answer(forged)).status).toBe(401);
    await pipeline.settle();
    expect(await replies('first')).toEqual([]);
    expect(await store.db.selectFrom('inbox').selectAll().execute()).toEqual([]);
  });

  test('a delivery is acknowledged although its handling hangs', async () => {
    const { promise: mended, resolve } = Promise.withResolvers<void>();
    const hanging = await open((desk) => ({
      ...desk,
      receive: async (inbound) => mended.then(() => desk.receive(inbound)),
    }));
    expect((await hanging.pipeline.answer(hanging.fake.deliver(HELLO))).status).toBe(200);
    expect(await hanging.replies('first')).toEqual([]);
    resolve();
    await hanging.pipeline.settle();
    expect(await hanging.replies('first')).toEqual(['1: 你好']);
  });

  test('a message whose handling failed is handled when it is delivered again, or by itself later', async () => {
    const { say, breakTurns, replies, forward, pipeline } = await open();
    breakTurns(true);
    expect((await say(HELLO)).status).toBe(200);
    breakTurns(false);
    forward(1000);
    await say(HELLO);
    await pipeline.settle();
    expect(await replies('first')).toEqual(['1: 你好']);
  });

  test('five failures set a message aside, and the conversation goes on', async () => {
    const { say, breakTurns, replies, forward, pipeline } = await open();
    breakTurns(true);
    await say(HELLO);
    for (let time = 0; time < 5; time += 1) {
      forward(60_000);
      await pipeline.settle();
    }
    breakTurns(false);
    await say({ ...HELLO, id: '2', text: '还在吗' });
    expect(await replies('first')).toEqual(['抱歉，请打办公室：024-1234567', '1: 还在吗']);
  });

  test('a conversation is handled in the order its messages came', async () => {
    const { fake, pipeline, replies } = await open();
    const texts = ['一', '二', '三', '四', '五'];
    const answers: Promise<Response>[] = [];
    for (const [index, text] of texts.entries())
      answers.push(pipeline.answer(fake.deliver({ ...HELLO, id: `${index + 1}`, text })));
    await Promise.all(answers);
    await pipeline.settle();
    const heard = await replies('first');
    expect(heard).toHaveLength(5);
    expect(heard.map((line) => line.slice(0, 2))).toEqual(['1:', '2:', '3:', '4:', '5:']);
  });

  test('something it cannot read is answered, not passed over', async () => {
    const { say, replies } = await open();
    await say({ kind: 'unsupported', id: '1', chat: 'first' });
    expect(await replies('first')).toEqual(['1: unsupported']);
  });

  test('a button, its number and its label mean the same', async () => {
    const { say, replies } = await open();
    const value = 'answer/pick-2';
    await say({ ...HELLO, id: '1', text: 'offer 3' });
    await say({ kind: 'choice', id: '2', chat: 'first', value, label: '选项2', number: 2 });
    await say({ ...HELLO, id: '3', text: 'offer 3' });
    await say({ ...HELLO, id: '4', text: '2' });
    await say({ ...HELLO, id: '5', text: 'offer 3' });
    await say({ ...HELLO, id: '6', text: '选项2' });
    expect((await replies('first')).filter((text) => text.startsWith('选了'))).toEqual(Array(3).fill(`选了 ${value}`));
  });

  test('stopping finishes what is in hand and takes nothing more', async () => {
    const { fake, pipeline, replies, close } = await open();
    expect((await pipeline.answer(fake.deliver(HELLO))).status).toBe(200);
    await pipeline.stop();
    expect(await replies('first')).toEqual(['1: 你好']);
    expect((await pipeline.answer(fake.deliver({ ...HELLO, id: '2' }))).status).toBe(503);
    await close();
  });
}
