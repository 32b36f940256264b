import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPending, type Store } from '../../../src/store/index.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { createClock, openPipeline, plainMessage } from './pipeline-under-test.ts';
import { createPlainAdapter } from './plain-adapter.ts';

async function open(options: { readonly mostPending?: number } = {}) {
  const clock = createClock();
  const temporary = await openTemporary();
  const commits: true[] = [];
  const ahead: Store['ahead'] = (work) => {
    commits.push(true);
    return temporary.ahead(work);
  };
  const store = { ...temporary, ahead };
  const { pipeline } = openPipeline(store, createPlainAdapter(), { now: clock.now, ...options });
  let number = 0;
  const write = (conversation: string) => {
    number += 1;
    return pipeline.accept([plainMessage(`m${number}`, `${number}`, conversation)]);
  };
  async function writeManyTimes(conversation: string, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) await write(conversation);
  }
  const stored = async (conversation: string) => {
    const pending = await readPending(store, 'plain', [conversation], 100);
    return pending.map(({ key }) => key.id);
  };
  return { clock, commits, write, writeManyTimes, stored };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('who writes more than twenty times in a second', () => {
  test('waits for no commit of their own while others write: what they write goes with the next one of another', async () => {
    const { commits, write, writeManyTimes, stored } = await open();
    await write('other');
    await writeManyTimes('flood', 20);
    const before = commits.length;
    const flood = [write('flood'), write('flood')];
    for (let turn = 0; turn < 10; turn += 1) await nextTurn();
    expect(commits).toHaveLength(before);
    await Promise.all([...flood, write('other')]);
    expect(commits).toHaveLength(before + 1);
    expect((await stored('flood')).slice(-2)).toEqual(['m22', 'm23']);
  });

  test('is stored soon after also when nobody else writes again', async () => {
    const { commits, write, writeManyTimes } = await open();
    await write('other');
    await writeManyTimes('flood', 20);
    const before = commits.length;
    const flood = [write('flood'), write('flood'), write('flood')];
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(flood);
    expect(commits).toHaveLength(before + 1);
  });

  test('is held up by nothing while alone', async () => {
    const { commits, write, writeManyTimes, clock } = await open();
    await writeManyTimes('flood', 40);
    expect(commits).toHaveLength(40);
    await write('other');
    clock.forward(2000);
    await writeManyTimes('flood', 40);
    expect(commits).toHaveLength(81);
  });

  test('is heard as before in the second after next, and when the clock is put back', async () => {
    const { commits, write, writeManyTimes, clock } = await open();
    await write('other');
    await writeManyTimes('flood', 20);
    for (const passed of [2000, -60_000]) {
      clock.forward(passed);
      await write('other');
      const before = commits.length;
      await writeManyTimes('flood', 20);
      expect(commits).toHaveLength(before + 20);
    }
  });

  test('fills half of the room there is at most, and others find the rest', async () => {
    const { write, writeManyTimes, clock } = await open({ mostPending: 60 });
    await writeManyTimes('flood', 30);
    await expect(write('flood')).rejects.toThrow('too many messages wait');
    for (let person = 0; person < 30; person += 1) await write(`person ${person}`);
    await expect(write('one more')).rejects.toThrow('too many messages wait');
    // In the second after next they are people like any other, and there is no room for them either.
    clock.forward(2000);
    await expect(write('flood')).rejects.toThrow('too many messages wait');
  });
});
