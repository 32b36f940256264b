import { dayOf } from '../day.ts';
import type { TeamHours } from '../knowledge/schema/hours.ts';
import type { WorkCalendar } from '../requests/index.ts';
import { findNextOpening } from './opening.ts';

/** A wait that ended with a person. Instants are ISO 8601. */
export interface PastWait {
  readonly joinedAt: string;
  readonly claimedAt: string;
}

/** Fewer waits say nothing about the next one. */
const FEWEST = 5;
/** Minutes an estimate is rounded up to: more exact it is not. */
const STEP = 5;

/**
 * Minutes the next one will wait, by the median of recent waits that began and ended within one day's opening; null
 * when too few are on file to say.
 */
export function estimateWait(past: readonly PastWait[], team: TeamHours, calendar: WorkCalendar): number | null {
  const minutes = past
    .filter(({ joinedAt, claimedAt }) => {
      const joined = new Date(joinedAt);
      return dayOf(joined) === dayOf(new Date(claimedAt)) && findNextOpening(team, calendar, joined)?.open === true;
    })
    .map(({ joinedAt, claimedAt }) => (Date.parse(claimedAt) - Date.parse(joinedAt)) / 60_000)
    .toSorted((one, other) => one - other);
  const middle = minutes[Math.floor(minutes.length / 2)];
  if (middle === undefined || minutes.length < FEWEST) return null;
  return Math.max(STEP, Math.ceil(middle / STEP) * STEP);
}
