import { findNextOpening, teamFor } from '../../conversation/opening.ts';
import type { Release } from '../../conversation/release.ts';

/** Minutes after which somebody who waits hears from us; after the last, once at each opening. */
const STEPS = [5, 15, 30, 60];
const MINUTE_MS = 60_000;

const soon = (at: Date) => new Date(at.getTime() + 5 * MINUTE_MS);

/** The next step after an instant; undefined when all are past. */
function nextStep(since: string, after: Date): Date | undefined {
  const steps = STEPS.map((minutes) => new Date(Date.parse(since) + minutes * MINUTE_MS));
  return steps.find((step) => step > after);
}

/** The opening after the one of now: tomorrow's, or this afternoon's. */
function findLaterOpening(release: Release, unit: string | null, now: Date): Date | undefined {
  const team = teamFor(release.base.hours, unit);
  if (!team) return undefined;
  // Looked for from each later hour on, until one is closed: the opening after that is another one.
  for (let hours = 1; hours <= 24; hours += 1) {
    const next = findNextOpening(team, release.calendar, new Date(now.getTime() + hours * 60 * MINUTE_MS));
    if (next && !next.open) return next.at;
  }
  return undefined;
}

/**
 * Whether somebody who waits since an instant (ISO 8601) hears from us now, and when it is looked at again: at growing
 * intervals, and after that once at each opening. While nobody is there nothing is said: when they come was told at once.
 */
export function planNote(
  release: Release,
  { since, unit, now }: { readonly since: string; readonly unit: string | null; readonly now: Date },
): { readonly tell: boolean; readonly next: Date | null } {
  const team = teamFor(release.base.hours, unit);
  const opening = team && findNextOpening(team, release.calendar, now);
  if (opening && !opening.open) return { tell: false, next: soon(opening.at) };
  const [first = 0] = STEPS;
  const step = nextStep(since, now) ?? null;
  if (now.getTime() - Date.parse(since) < first * MINUTE_MS) return { tell: false, next: step };
  const later = step === null ? findLaterOpening(release, unit, now) : undefined;
  return { tell: true, next: step ?? (later ? soon(later) : null) };
}
