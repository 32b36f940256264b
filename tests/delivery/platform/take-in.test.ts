import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readPending, type Store } from '../../../src/store/index.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { createClock, openPipeline, plainMessage } from './pipeline-under-test.ts';
import { createPlainAdapter } from './plain-adapter.ts';

async function open(options: { readonly mostPending?: number } = {}) {
  const clock = createClock();
  const temporary = await openTemporary();
  /** Commits of what is written at once, and of what is written aside. */
  const commits = { ahead: 0, together: 0 };
  let slow: Promise<void> | undefined;
  const counted =
    (how: 'ahead' | 'together'): Store['ahead'] =>
    async (work) => {
      commits[how] += 1;
      if (how === 'ahead') await slow;
      return temporary[how](work);
    };
  /** What is written at once takes until the function that is returned is called. */
  const slowDown = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    slow = promise;
    return resolve;
  };
  const store = { ...temporary, ahead: counted('ahead'), together: counted('together') };
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
  return { clock, commits, write, writeManyTimes, stored, slowDown, settle: pipeline.settle };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A quarter of a second passes, and what follows from it. */
const passQuarter = () => vi.advanceTimersByTimeAsync(250);

describe('who writes more than twenty times in a second', () => {
  test('is written aside while others write, all together, and others wait for none of it', async () => {
    const { commits, write, writeManyTimes, stored } = await open();
    await write('other');
    await writeManyTimes('flood', 20);
    const before = { ...commits };
    const flood = [write('flood'), write('flood')];
    await write('other');
    for (let turn = 0; turn < 10; turn += 1) await nextTurn();
    expect(commits).toEqual({ ...before, ahead: before.ahead + 1 });
    expect(await stored('flood')).toHaveLength(20);
    flood.push(write('flood'));
    await passQuarter();
    await Promise.all(flood);
    expect(commits).toEqual({ ahead: before.ahead + 1, together: before.together + 1 });
    expect((await stored('flood')).slice(-3)).toEqual(['m22', 'm23', 'm25']);
  });

  test('is written aside behind what they wrote before, however slowly that is written', async () => {
    const { commits, write, writeManyTimes, stored, slowDown } = await open();
    await write('other');
    await writeManyTimes('flood', 19);
    const goOn = slowDown();
    const before = commits.together;
    const flood = [write('flood'), write('flood')];
    await passQuarter();
    expect(commits.together).toBe(before);
    goOn();
    await Promise.all(flood);
    expect((await stored('flood')).slice(-2)).toEqual(['m21', 'm22']);
  });

  test('is written at once, and behind what waits, as soon as they write less', async () => {
    const { write, writeManyTimes, stored, clock } = await open();
    await write('other');
    await writeManyTimes('flood', 20);
    const flood = [write('flood'), write('flood')];
    clock.forward(2000);
    await write('other');
    await Promise.all([...flood, write('flood')]);
    expect((await stored('flood')).slice(-3)).toEqual(['m22', 'm23', 'm25']);
  });

  test('is held up by nothing while alone', async () => {
    const { commits, write, writeManyTimes, clock } = await open();
    await writeManyTimes('flood', 40);
    expect(commits.ahead).toBe(40);
    await write('other');
    clock.forward(2000);
    await writeManyTimes('flood', 40);
    expect(commits.ahead).toBe(81);
  });

  test('is heard as before in the second after next, and when the clock is put back', async () => {
    const { commits, write, writeManyTimes, clock } = await open();
    await write('other');
    await writeManyTimes('flood', 20);
    for (const passed of [2000, -60_000]) {
      clock.forward(passed);
      await write('other');
      const before = commits.ahead;
      await writeManyTimes('flood', 20);
      expect(commits.ahead).toBe(before + 20);
    }
  });

  test('finds room where much was written and is handled by now', async () => {
    const { write, writeManyTimes, clock, settle } = await open({ mostPending: 600 });
    for (let person = 0; person < 25; person += 1) await write(`person ${person}`);
    await settle();
    clock.forward(2000);
    await expect(writeManyTimes('flood', 25)).resolves.toBeUndefined();
  });

  test('fills a twentieth of the room there is at most, and others find the rest', async () => {
    const { write, writeManyTimes, clock } = await open({ mostPending: 600 });
    await writeManyTimes('flood', 30);
    await expect(write('flood')).rejects.toThrow('too many messages wait');
    await Promise.all(Array.from({ length: 570 }, (_, person) => write(`person ${person}`)));
    await expect(write('one more')).rejects.toThrow('too many messages wait');
    // In the second after next they are people like any other, and there is no room for them either.
    clock.forward(2000);
    await expect(write('flood')).rejects.toThrow('too many messages wait');
  });
});
