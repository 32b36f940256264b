import { randomUUID } from 'node:crypto';
import { createTicker, type Job, type Ticker, tidy } from '../delivery/index.ts';
import type { OpenDesk } from './open-desk.ts';

/** Every kind of timer the desk knows, with what is done when it is due. */
const JOBS: Readonly<Record<string, Job>> = { tidy };
/** Those that come round by themselves. */
const RECURRING = ['tidy'];

/** The desk's timers, done by one of all the processes that share the storage. */
export function openTicker({ store, logger }: Pick<OpenDesk, 'store' | 'logger'>, now: () => Date): Ticker {
  return createTicker({ store, jobs: JOBS, recurring: RECURRING, holder: randomUUID(), now, logger });
}
