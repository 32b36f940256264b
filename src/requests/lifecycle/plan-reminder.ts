import { addDays, type Day } from '../../day.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { CaseView } from './case-view.ts';
import { reckonClocks } from './reckon-clock.ts';

/** Something the requester has to do, and the day they are reminded of it. */
export interface Reminder {
  /** Key of `messages/…/notice.yaml`. */
  readonly say: string;
  readonly on: Day;
  /** Last day to do it; null where none is set. */
  readonly until: Day | null;
  readonly provisional: boolean;
}

/** Clocks that run against the requester, with what they are told when one is about to run out. */
const WAITING: Readonly<Record<string, string>> = {
  clarification_answer: 'clarification_due',
  reasons: 'reasons_due',
  fee_payment: 'fee_due',
};
/** Working days before the last one. */
const AHEAD = 2;
/** Working days a notice lies ready before its requester is told again. */
const LIES_READY = 5;

function goBack(calendar: WorkCalendar, from: Day, workdays: number): Day {
  let day = from;
  for (let left = workdays; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.describeDay(day).workday) left -= 1;
  }
  return day;
}

/**
 * What a requester is to be reminded of next: to clarify, to give reasons, to pay, two working days before the last
 * day; to fetch a notice that lies ready. Null when nothing waits for them.
 */
export function planReminder(calendar: WorkCalendar, view: CaseView, delivery: string | null): Reminder | null {
  const waiting = reckonClocks(calendar, view.clocks).find(
    ({ id, stoppedOn }) => stoppedOn === null && WAITING[id] !== undefined,
  );
  if (waiting) {
    const { id, due, provisional } = waiting;
    return { say: WAITING[id] ?? id, on: goBack(calendar, due, AHEAD), until: due, provisional };
  }
  const sealed = view.last.sealed?.on;
  if (view.state !== 'sealed' || delivery !== 'pickup' || sealed === undefined) return null;
  return { say: 'pickup_waits', on: calendar.addWorkdays(sealed, LIES_READY).day, until: null, provisional: false };
}
