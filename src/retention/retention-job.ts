import type { Job } from '../delivery/index.ts';
import { type RetentionOptions, stepRetention } from './run-retention.ts';

/** 03:00 in China, when few people write, in hours UTC. */
const HOUR_UTC = 19;

function nextNight(now: Date): Date {
  const night = new Date(now);
  night.setUTCHours(HOUR_UTC, 0, 0, 0);
  if (night <= now) night.setUTCDate(night.getUTCDate() + 1);
  return night;
}

/** Every night: erases what is due, some of it in each transaction until nothing is. */
export function createRetentionJob(options: () => RetentionOptions): Job {
  return async (executor, _timer, now) => {
    const step = await stepRetention(executor, options(), { now, by: 'desk' });
    return step === null ? nextNight(now) : now;
  };
}
