import { findNextOpening, teamFor } from '../../conversation/opening.ts';
import type { Release } from '../../conversation/release.ts';
import { describeOpening, describePlace } from '../../conversation/skills/waiting.ts';
import { startState } from '../../conversation/state.ts';
import type { Job } from '../../delivery/index.ts';
import { say } from '../../messages.ts';
import { appendLines, type Executor, loadState, readPastWaits, readQueue } from '../../store/index.ts';
import { findUnit } from '../identity/unit-store.ts';
import { holdConversation } from './speak.ts';
import { findVisit, type Visit } from './visit-store.ts';

/** Minutes after joining at which somebody who waits hears from us; after the last, once at each opening. */
const STEPS = [5, 15, 30, 60];
const MINUTE_MS = 60_000;
/** Who has waited longer is told that they are not forgotten. */
const FRESH_MS = 2 * 60 * MINUTE_MS;

const soon = (at: Date) => new Date(at.getTime() + 5 * MINUTE_MS);

/** The next step after an instant; undefined when all are past. */
function nextStep({ joinedAt }: Visit, after: Date): Date | undefined {
  const steps = STEPS.map((minutes) => new Date(Date.parse(joinedAt) + minutes * MINUTE_MS));
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

async function tell(executor: Executor, release: Release, visit: Visit, unit: string | null, now: Date): Promise<void> {
  const { locale } = (await loadState(executor, visit)) ?? startState();
  const words = (key: string, values = {}) => say(release.messages, locale, key, values);
  const context = { release, now, say: words, state: { locale } };
  const ahead = (await readQueue(executor)).filter(({ id }) => id < visit.id).length;
  const fresh = now.getTime() - Date.parse(visit.joinedAt) < FRESH_MS;
  const text = [
    `${words(fresh ? 'person.still_waiting' : 'person.still_here')}${describePlace(context, ahead)}`,
    describeOpening(context, await readPastWaits(executor, now), unit),
  ].join('\n');
  await appendLines(executor, visit, [{ from: 'desk', message: { kind: 'notice', text }, release: release.hash }], now);
}

/**
 * Lets somebody who waits hear from us: some minutes after joining, at growing intervals, and after that once at each
 * opening. While nobody is there nothing is said: when they come was told on joining.
 */
export function createWaitingNote(release: () => Release): Job {
  return async (executor, timer, now) => {
    const named = await findVisit(executor, Number(timer.subject));
    if (!named) return null;
    await holdConversation({ executor }, named);
    const visit = await findVisit(executor, named.id);
    if (visit?.state !== 'waiting') return null;
    const current = release();
    const unit = visit.unit === null ? null : ((await findUnit(executor, visit.unit))?.name ?? null);
    const team = teamFor(current.base.hours, unit);
    const next = team && findNextOpening(team, current.calendar, now);
    const [first] = STEPS;
    const begun = now.getTime() - Date.parse(visit.joinedAt) >= (first ?? 0) * MINUTE_MS;
    if (next && !next.open) return soon(next.at);
    if (!begun) return nextStep(visit, now) ?? null;
    await tell(executor, current, visit, unit, now);
    const later = findLaterOpening(current, unit, now);
    return nextStep(visit, now) ?? (later ? soon(later) : null);
  };
}
