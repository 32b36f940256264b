import { DeskError } from '../../errors.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { Logger } from '../../logger.ts';
import {
  type Executor,
  ensureTimer,
  holdsLease,
  readDueTimers,
  readNextTimer,
  releaseLease,
  type Store,
  setTimer,
  type Timer,
  takeLease,
  takeTimer,
} from '../../store/index.ts';
import { backOff } from '../platform/back-off.ts';
import { createLoop, type Loop } from '../platform/loop.ts';

const LEASE = 'ticker';
/** A worker that dies holding the lease holds the others up this long. */
const LEASE_MS = 30_000;
/** Timers done between two renewals of the lease. */
const BATCH = 20;
/** How soon a timer set by another process is noticed. */
const POLL_MS = 10_000;

/**
 * Does what a timer is for, inside the transaction that takes the timer away: it happens once, or not at all and is
 * tried again. Returns when the same timer is due again, or null.
 */
export type Job = (executor: Executor, timer: Timer, now: Date) => Promise<Date | null>;

export interface TickerOptions {
  readonly store: Store;
  /** What to do, by kind of timer. */
  readonly jobs: Readonly<Record<string, Job>>;
  /** Kinds that recur by themselves from the first start on. Their subject is empty. */
  readonly recurring?: readonly string[];
  /** Name of this process among all that share the database. */
  readonly holder: string;
  readonly now: () => Date;
  readonly logger: Logger;
}

export interface Ticker extends Pick<Loop, 'start' | 'wake' | 'run'> {
  /** Resolves when the job in hand is done and the lease is given back. */
  readonly stop: () => Promise<void>;
}

/** Does what is due, in one of all the processes at a time. Nothing is kept in memory: a timer outlives its process. */
export function createTicker({ store, jobs, recurring = [], holder, now, logger }: TickerOptions): Ticker {
  const kinds = Object.keys(jobs);
  let set = false;

  /** Whoever lost the lease meanwhile must not write: another process may have done it by now. */
  async function perform(timer: Timer, token: number): Promise<boolean> {
    return store.transaction(async (executor) => {
      if (!(await holdsLease(executor, LEASE, holder, token))) return false;
      if (!(await takeTimer(executor, timer))) return true;
      const again = await betweenPoints('timer.do', async () => jobs[timer.kind]?.(executor, timer, now()));
      if (again) await ensureTimer(executor, timer, again);
      return true;
    });
  }

  async function postpone(timer: Timer, error: unknown): Promise<void> {
    const failures = timer.failures + 1;
    const why = error instanceof DeskError ? error.code : error instanceof Error ? error.name : 'unknown';
    logger.error({ kind: timer.kind, failures, why }, 'a timer failed and is tried again');
    const due = new Date(now().getTime() + backOff(failures));
    await store.transaction((executor) => setTimer(executor, timer, due, failures));
  }

  async function workBatch(token: number): Promise<'more' | 'done' | 'lost'> {
    const due = await readDueTimers(store, kinds, { at: now(), most: BATCH });
    for (const timer of due) {
      try {
        if (!(await perform(timer, token))) return 'lost';
      } catch (error) {
        await postpone(timer, error);
      }
    }
    return due.length > 0 ? 'more' : 'done';
  }

  async function step(): Promise<Date | null> {
    if (!set) {
      await store.transaction(async (executor) => {
        for (const kind of recurring) await ensureTimer(executor, { kind, subject: '' }, now());
      });
      set = true;
    }
    for (let state: 'more' | 'done' | 'lost' = 'more'; state === 'more'; ) {
      const at = now();
      const lease = { now: at, until: new Date(at.getTime() + LEASE_MS) };
      const token = await store.transaction((executor) => takeLease(executor, LEASE, holder, lease));
      state = token === undefined ? 'lost' : await workBatch(token);
    }
    const poll = new Date(now().getTime() + POLL_MS);
    const next = await readNextTimer(store, kinds);
    return next && next < poll ? new Date(Math.max(next.getTime(), now().getTime() + 1)) : poll;
  }

  const loop = createLoop(step, now, logger);
  return {
    start: loop.start,
    wake: loop.wake,
    run: loop.run,
    async stop() {
      await loop.stop();
      try {
        await store.transaction((executor) => releaseLease(executor, LEASE, holder, now()));
      } catch {
        // It runs out by itself.
      }
    },
  };
}
