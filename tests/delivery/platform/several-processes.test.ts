import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { isProcessGone, nameProcess } from '../../../src/cli/process-name.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { createClock, openPipeline, plainMessage } from './pipeline-under-test.ts';
import { createPlainAdapter } from './plain-adapter.ts';

/** No more than the platform allows in the moment that lasts here. */
const MESSAGES = 18;

/** Two processes over one database, each with its own connection to the platform. */
async function openTwo(isGone?: (holder: string) => boolean) {
  const store = await openTemporary();
  const clock = createClock();
  const process = (holder: string) => {
    const adapter = createPlainAdapter();
    return { adapter, ...openPipeline(store, adapter, { now: clock.now, holder, isGone }) };
  };
  return { clock, one: process('one'), other: process('other') };
}

describe('two processes that share a database', () => {
  test('send each line once, whichever of them took the message', async () => {
    const { one, other } = await openTwo();
    const messages = Array.from({ length: MESSAGES }, (_, at) => plainMessage(`m${at}`, `${at}`, `plain:1:${at % 7}`));
    await Promise.all(messages.map((each, at) => (at % 2 ? one : other).pipeline.accept([each])));
    await Promise.all([one.pipeline.settle(), other.pipeline.settle(), one.pipeline.settle()]);
    await one.pipeline.settle();
    await other.pipeline.settle();
    const sent = [...one.adapter.sent, ...other.adapter.sent];
    expect(new Set(sent.map(({ key }) => key)).size).toBe(MESSAGES);
    expect(sent).toHaveLength(MESSAGES);
  });

  test('one that dies is followed by the other when its lease has run out', async () => {
    const { clock, one, other } = await openTwo();
    await one.pipeline.settle();
    await other.pipeline.accept([plainMessage('m1', '你好')]);
    await other.pipeline.settle();
    expect(other.adapter.texts()).toEqual([]);
    clock.forward(30_000);
    await other.pipeline.settle();
    expect(other.adapter.texts()).toEqual(['1: 你好']);
  });

  test('one known to be dead is followed at once', async () => {
    const { one, other } = await openTwo((holder) => holder === 'one');
    await one.pipeline.settle();
    await other.pipeline.accept([plainMessage('m1', '你好')]);
    await other.pipeline.settle();
    expect(other.adapter.texts()).toEqual(['1: 你好']);
  });

  test('one that stops gives the sending over at once', async () => {
    const { one, other } = await openTwo();
    await one.pipeline.settle();
    await one.pipeline.stop();
    await other.pipeline.accept([plainMessage('m1', '你好')]);
    await other.pipeline.settle();
    expect(other.adapter.texts()).toEqual(['1: 你好']);
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
