import {
  forgetChanges,
  forgetConversationLeases,
  forgetHandedIn,
  forgetHandOvers,
  tidyInbox,
} from '../../store/index.ts';
import type { Job } from './create-ticker.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Every hour: forgets handled messages nobody can send again, links that have run out with the drafts in them, leases
 * nobody works under any more, files that went with no request within a day, and what consoles were told of a day ago.
 */
export const tidy: Job = async (executor, _timer, now) => {
  await tidyInbox(executor, now);
  await forgetHandOvers(executor, now);
  await forgetConversationLeases(executor, now);
  await forgetChanges(executor, new Date(now.getTime() - DAY_MS));
  await forgetHandedIn(executor, new Date(now.getTime() - DAY_MS));
  return new Date(now.getTime() + HOUR_MS);
};
