import { describe, expect, test } from 'vitest';
import type { PersonMessage } from '../../contract/harness.ts';
import { openPipeline } from '../../delivery/platform/pipeline-under-test.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { NOON, openWechat } from './open-wechat.ts';

const LONG = '您要的信息在主动公开栏目里。'.repeat(60);
const text = (id: string, words: string): PersonMessage => ({ kind: 'text', id, chat: 'first', text: words });

/** An account joined to a scripted desk, which says everything back with a number before it. */
async function openJoined(more: Readonly<Record<string, string>> = {}) {
  const open = await openWechat({ more });
  const { pipeline } = openPipeline(await openTemporary(), open.adapter, { now: () => NOON });
  await pipeline.start();
  return {
    fake: open.fake,
    say: async (message: PersonMessage) => {
      const answer = await pipeline.answer(open.fake.deliver(message));
      return open.fake.openReply(await answer.text()).text;
    },
    settle: () => pipeline.settle(),
    [Symbol.asyncDispose]: async () => {
      await pipeline.stop();
      await open[Symbol.asyncDispose]();
    },
  };
}

describe('an account on the pipeline', () => {
  test('answers in the same breath', async () => {
    await using joined = await openJoined();
    expect(await joined.say(text('1', '多久答复'))).toBe('1: 多久答复');
    await joined.settle();
    expect(joined.fake.shown()).toEqual([]);
  });

  test('sends what does not fit apart, whole and in order', async () => {
    await using joined = await openJoined();
    const first = await joined.say(text('1', LONG));
    await joined.settle();
    const rest = joined.fake.shown().map((message) => message.text);
    expect([first, ...rest].join('')).toBe(`1: ${LONG}`);
    expect(rest).toHaveLength(1);
  });

  test('that may not send brings the rest when the person replies 继续, whole and in order', async () => {
    await using joined = await openJoined({ WECHAT_CUSTOMER_MESSAGES: 'no' });
    const first = await joined.say(text('1', LONG));
    await joined.settle();
    expect(joined.fake.server.calls).toEqual([]);
    const second = await joined.say(text('2', ' 继续 '));
    expect(first.replace(/\n\n[^\n]*“继续”[^\n]*$/u, '') + second).toBe(`1: ${LONG}`);
    expect(first).not.toBe(`1: ${LONG}`);
    expect(await joined.say(text('3', '继续'))).toBe('2: 继续');
  });
});
