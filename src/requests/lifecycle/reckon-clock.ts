import { addDays, type Day } from '../../day.ts';
import type { Pause } from '../calendar/pause.ts';
import type { CountedDay, Deadline, WorkCalendar } from '../calendar/work-calendar.ts';
import type { CaseClock } from './case-clock.ts';

/** A clock with its last day. */
export interface ReckonedClock {
  readonly id: string;
  readonly startOn: Day;
  readonly due: Day;
  /** true when a day on the way lies where no holiday notice is on file yet. */
  readonly provisional: boolean;
  readonly stoppedOn: Day | null;
  /** Spans that do not count, both ends included. The last may reach to when those asked have to answer. */
  readonly pauses: readonly Pause[];
  /** true while a pause is open: the day moves when the answer comes earlier. */
  readonly paused: boolean;
  /** Every day from the one after the start to the last. */
  readonly explain: () => readonly CountedDay[];
}

/** The same day `count` months on, or the month's last day where there is none (民法典 art. 202). */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10) as Day;
}

function* walkCalendarDays(calendar: WorkCalendar, start: Day, nominal: Day): Generator<CountedDay, void> {
  let counted = 0;
  for (let day = addDays(start, 1); ; day = addDays(day, 1)) {
    const status = calendar.describeDay(day);
    if (day <= nominal) counted += 1;
    yield { ...status, counted: day <= nominal ? counted : null };
    if (day >= nominal && status.workday) return;
  }
}

/** A period of calendar days or months; on a rest day it ends on the next working day (民法典 art. 203). */
function addCalendarPeriod(calendar: WorkCalendar, start: Day, nominal: Day): Deadline {
  let day = nominal;
  let provisional = false;
  for (;;) {
    const status = calendar.describeDay(day);
    provisional ||= !status.settled;
    if (status.workday) break;
    day = addDays(day, 1);
  }
  return { day, provisional, explain: () => [...walkCalendarDays(calendar, start, nominal)] };
}

function reckonLength(calendar: WorkCalendar, clock: CaseClock, pauses: readonly Pause[]): Deadline {
  const { length, startOn, added } = clock;
  switch (length.unit) {
    case 'workdays':
      return calendar.addWorkdays(startOn, length.count + added, pauses);
    case 'days':
      return addCalendarPeriod(calendar, startOn, addDays(startOn, length.count));
    case 'months':
      return addCalendarPeriod(calendar, startOn, addMonths(startOn, length.count));
    case 'until':
      return { day: length.day, provisional: false, explain: () => [] };
  }
}

/**
 * The last day of a clock. A pause that is still open is taken to last as long as those asked may take, so that the day
 * told is the latest one; it moves forward when they answer earlier.
 */
export function reckonClock(calendar: WorkCalendar, clock: CaseClock, all: readonly CaseClock[]): ReckonedClock {
  let provisional = false;
  const spans = clock.pauses.map(({ after, to, during }): Pause => {
    const other = to === null ? all.find((each) => each.id === during) : undefined;
    const expected = other && reckonClock(calendar, other, all);
    provisional ||= expected?.provisional ?? false;
    return { from: addDays(after, 1), to: to ?? expected?.due ?? after };
  });
  const pauses = spans.filter(({ from, to }) => from <= to);
  const deadline = reckonLength(calendar, clock, pauses);
  return {
    id: clock.id,
    startOn: clock.startOn,
    due: deadline.day,
    provisional: provisional || deadline.provisional,
    stoppedOn: clock.stoppedOn,
    pauses,
    paused: clock.stoppedOn === null && clock.pauses.some((pause) => pause.to === null),
    explain: deadline.explain,
  };
}

/** All clocks of a case with their last days. */
export function reckonClocks(calendar: WorkCalendar, clocks: readonly CaseClock[]): readonly ReckonedClock[] {
  return clocks.map((clock) => reckonClock(calendar, clock, clocks));
}

/** One clock by id; undefined when it never ran. */
export function reckonNamed(
  calendar: WorkCalendar,
  clocks: readonly CaseClock[],
  id: string,
): ReckonedClock | undefined {
  const clock = clocks.find((each) => each.id === id);
  return clock && reckonClock(calendar, clock, clocks);
}
