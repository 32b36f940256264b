import { describe, expect, test } from 'vitest';
import { createTicker, type Job } from '../../../src/delivery/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import { readDueTimers, type Store, setTimer, takeLease } from '../../../src/store/index.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { createClock } from '../platform/pipeline-under-test.ts';

const MINUTE = 60_000;
const later = (clock: { now: () => Date }, milliseconds: number) => new Date(clock.now().getTime() + milliseconds);

/** A worker whose only job writes down what it did, in the order it did it. */
function openWorker(store: Store, clock: ReturnType<typeof createClock>, holder = 'one', job?: Job) {
  const done: string[] = [];
  const remind: Job = async (executor, timer, now) => {
    const again = (await job?.(executor, timer, now)) ?? null;
    done.push(timer.subject);
    return again;
  };
  const ticker = createTicker({ store, jobs: { remind }, holder, now: clock.now, logger: silentLogger });
  return { ticker, done };
}

const remind = (store: Store, subject: string, due: Date) =>
  store.transaction((executor) => setTimer(executor, { kind: 'remind', subject }, due));
const standing = (store: Store, clock: { now: () => Date }) =>
  readDueTimers(store, ['remind'], { at: later(clock, 365 * 24 * 60 * MINUTE), most: 100 });

describe('a timer', () => {
  test('is done when it is due, not before, earliest first, and once', async () => {
    const [store, clock] = [await openTemporary(), createClock()];
    const { ticker, done } = openWorker(store, clock);
    await remind(store, 'second', later(clock, 2 * MINUTE));
    await remind(store, 'first', later(clock, MINUTE));
    await ticker.run();
    expect(done).toEqual([]);
    clock.forward(3 * MINUTE);
    await ticker.run();
    await ticker.run();
    expect(done).toEqual(['first', 'second']);
    expect(await standing(store, clock)).toEqual([]);
  });

  test('set again moves, and is done once, at the later instant', async () => {
    const [store, clock] = [await openTemporary(), createClock()];
    const { ticker, done } = openWorker(store, clock);
    await remind(store, 'case', later(clock, MINUTE));
    await remind(store, 'case', later(clock, 10 * MINUTE));
    clock.forward(5 * MINUTE);
    await ticker.run();
    expect(done).toEqual([]);
    clock.forward(5 * MINUTE);
    await ticker.run();
    expect(done).toEqual(['case']);
  });

  test('outlives the process that set it', async () => {
    const [store, clock] = [await openTemporary(), createClock()];
    await remind(store, 'case', later(clock, MINUTE));
    const first = openWorker(store, clock, 'one');
    await first.ticker.run();
    await first.ticker.stop();
    clock.forward(MINUTE);
    const second = openWorker(store, clock, 'two');
    await second.ticker.run();
    expect([first.done, second.done]).toEqual([[], ['case']]);
  });

  test('that asks to come again does, and says when', async () => {
    const [store, clock] = [await openTemporary(), createClock()];
    const { ticker, done } = openWorker(store, clock, 'one', async (_executor, _timer, now) =>
      later({ now: () => now }, MINUTE),
    );
    await remind(store, 'round', clock.now());
    for (let round = 0; round < 3; round += 1) {
      await ticker.run();
      clock.forward(MINUTE);
    }
    expect(done).toEqual(['round', 'round', 'round']);
    expect(await standing(store, clock)).toHaveLength(1);
  });

  test('that fails leaves nothing of its work, holds up no other, and is tried again after a while', async () => {
    const [store, clock] = [await openTemporary(), createClock()];
    let broken = true;
    const { ticker, done } = openWorker(store, clock, 'one', async (executor, { subject }) => {
      if (subject !== 'poison') return null;
      await setTimer(executor, { kind: 'remind', subject: 'half done' }, clock.now());
      if (broken) throw new Error('no');
      return null;
    });
    await remind(store, 'poison', clock.now());
    await remind(store, 'sound', later(clock, 1));
    clock.forward(2);
    await ticker.run();
    expect(done).toEqual(['sound']);
    expect(await standing(store, clock)).toMatchObject([{ subject: 'poison', failures: 1 }]);
    broken = false;
    clock.forward(MINUTE);
    await ticker.run();
    expect(done).toEqual(['sound', 'poison', 'half done']);
  });
});

describe('of several workers', () => {
  test('one does what is due; another takes over when it gives the lease back', async () => {
    const [store, clock] = [await openTemporary(), createClock()];
    const [one, two] = [openWorker(store, clock, 'one'), openWorker(store, clock, 'two')];
    await one.ticker.run();
    await remind(store, 'case', clock.now());
    await two.ticker.run();
    expect(two.done).toEqual([]);
    await one.ticker.stop();
    await two.ticker.run();
    expect(two.done).toEqual(['case']);
  });

  test('one that dies with the lease holds the others up for half a minute', async () => {
    const [store, clock] = [await openTemporary(), createClock()];
    await openWorker(store, clock, 'dead').ticker.run();
    const heir = openWorker(store, clock, 'heir');
    await remind(store, 'case', clock.now());
    clock.forward(29_000);
    await heir.ticker.run();
    expect(heir.done).toEqual([]);
    clock.forward(1000);
    await heir.ticker.run();
    expect(heir.done).toEqual(['case']);
  });

  test('one that was asleep past its lease writes nothing more', async () => {
    const [store, clock] = [await openTemporary(), createClock()];
    const sleeper = openWorker(store, clock, 'sleeper', async (executor) => {
      const lease = { now: later(clock, MINUTE), until: later(clock, 2 * MINUTE) };
      await takeLease(executor, 'ticker', 'heir', lease);
      return null;
    });
    await remind(store, 'case 1', clock.now());
    await remind(store, 'case 2', clock.now());
    await sleeper.ticker.run();
    expect(sleeper.done).toEqual(['case 1']);
    expect(await standing(store, clock)).toMatchObject([{ subject: 'case 2' }]);
  });
});
