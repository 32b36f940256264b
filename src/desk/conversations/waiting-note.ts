import type { Release } from '../../conversation/release.ts';
import { describeOpening, describePlace } from '../../conversation/skills/waiting.ts';
import { startState } from '../../conversation/state.ts';
import type { Job } from '../../delivery/index.ts';
import { say } from '../../messages.ts';
import { appendLines, type Executor, loadState, readPastWaits, readQueue } from '../../store/index.ts';
import { findUnit } from '../identity/unit-store.ts';
import { planNote } from './plan-note.ts';
import { holdConversation } from './speak.ts';
import { findVisit, type Visit } from './visit-store.ts';

/** Who has waited longer is told that they are not forgotten. */
const FRESH_MS = 2 * 60 * 60_000;

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
    const { tell: due, next } = planNote(current, { since: visit.joinedAt, unit, now });
    if (due) await tell(executor, current, visit, unit, now);
    return next;
  };
}
