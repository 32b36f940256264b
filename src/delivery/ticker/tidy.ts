import { forgetHandOvers, tidyInbox } from '../../store/index.ts';
import type { Job } from './create-ticker.ts';

const HOUR_MS = 3_600_000;

/** Every hour: forgets handled messages nobody can send again, and links that have run out with the drafts in them. */
export const tidy: Job = async (executor, _timer, now) => {
  await tidyInbox(executor, now);
  await forgetHandOvers(executor, now);
  return new Date(now.getTime() + HOUR_MS);
};
