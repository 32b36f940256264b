import { addDays, type Day, yearOf } from '../../day.ts';
import { DeskError } from '../../errors.ts';
import { type OfficialDays, readOfficialDays } from './official-days.ts';
import { isPaused, type Pause } from './pause.ts';
import { statutoryFestival } from './statutory-days.ts';

/** Why a day is worked or not. `make_up` is a weekend day worked for a holiday, `festival` a holiday by law alone. */
type DayReason = 'weekday' | 'weekend' | 'holiday' | 'make_up' | 'festival';

export interface DayStatus {
  readonly day: Day;
  readonly workday: boolean;
  /** false when no yearly notice settles this day, so that it may still change. */
  readonly settled: boolean;
  readonly why: DayReason;
  /** Chinese name of the holiday concerned. */
  readonly holiday: string | null;
}

export interface CountedDay extends Omit<DayStatus, 'why'> {
  /** Its number in the count; null for a day that is not counted. */
  readonly counted: number | null;
  /** `pause` for a working day that lies in a pause; a rest day in a pause keeps its own reason. */
  readonly why: DayReason | 'pause';
}

export interface Deadline {
  readonly day: Day;
  /**
   * true when a day on the way is not settled: the date may move by some days. Days in a pause do not matter here,
   * since they are not counted whatever a notice says.
   */
  readonly provisional: boolean;
  /** Every day from the one after the start to the deadline. Worked out only when asked for. */
  readonly explain: () => readonly CountedDay[];
}

/** Working days in China. */
export interface WorkCalendar {
  /** Years whose holiday notice is on file. */
  readonly years: ReadonlySet<number>;
  readonly describeDay: (day: Day) => DayStatus;
  /** 'unknown' when no yearly notice settles this day. */
  readonly isWorkday: (day: Day) => boolean | 'unknown';
  /**
   * The last day of a period of `count` working days (0 or more). The start itself is not counted (民法典 art. 201);
   * with `count` 0 a rest day moves on to the next working day (art. 203). Days in a pause are not counted either, so
   * that the period ends on the day it would have reached with as many more working days as the pauses took.
   */
  readonly addWorkdays: (start: Day, count: number, pauses?: readonly Pause[]) => Deadline;
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** A New Year bridge is set by the new year's notice and reaches back to 29 December (2007, 2011, 2018). */
function isSettled(official: OfficialDays, day: Day): boolean {
  const year = yearOf(day);
  return official.years.has(year) && (day.slice(5) < '12-29' || official.years.has(year + 1));
}

function describe(official: OfficialDays, day: Day): DayStatus {
  const settled = isSettled(official, day);
  const status = (workday: boolean, why: DayReason, holiday: string | null = null): DayStatus => {
    return { day, workday, settled, why, holiday };
  };
  const holiday = official.holidays.get(day);
  if (holiday !== undefined) return status(false, 'holiday', holiday);
  const makeUp = official.makeUps.get(day);
  if (makeUp !== undefined) return status(true, 'make_up', makeUp);
  const festival = official.years.has(yearOf(day)) ? undefined : statutoryFestival(day);
  if (festival !== undefined) return status(false, 'festival', festival);
  return isWeekend(day) ? status(false, 'weekend') : status(true, 'weekday');
}

interface KnownDay {
  readonly status: DayStatus;
  readonly next: Day;
}

/** A thousand clocks walk over the same few hundred days: each is worked out once. */
type KnownDays = Map<Day, KnownDay>;

function knowDay(official: OfficialDays, known: KnownDays, day: Day): KnownDay {
  const found = known.get(day);
  if (found) return found;
  const made = { status: describe(official, day), next: addDays(day, 1) };
  known.set(day, made);
  return made;
}

interface Period {
  readonly start: Day;
  readonly count: number;
  readonly pauses: readonly Pause[];
}

type Know = (day: Day) => KnownDay;

function* walk(know: Know, { start, count, pauses }: Period): Generator<CountedDay, void> {
  let counted = 0;
  for (let day = start; counted < count; ) {
    day = know(day).next;
    const { status } = know(day);
    if (status.workday && isPaused(pauses, day)) {
      yield { ...status, why: 'pause', counted: null };
      continue;
    }
    if (status.workday) counted += 1;
    yield { ...status, counted: status.workday ? counted : null };
  }
}

function addWorkdays(know: Know, { start, count, pauses }: Period): Deadline {
  if (!Number.isInteger(count) || count < 0) {
    throw new DeskError('INPUT_INVALID', `a period of ${count} working days does not exist`);
  }
  const first = know(start).status;
  // A period of no days ends on its own start; on a rest day it runs like one of a single day.
  const rests = !first.workday || isPaused(pauses, start);
  const period = { start, count: count === 0 && rests ? 1 : count, pauses };
  let day = start;
  let provisional = !first.settled;
  for (const step of walk(know, period)) {
    day = step.day;
    provisional ||= !step.settled && !isPaused(pauses, step.day);
  }
  return { day, provisional, explain: () => [...walk(know, period)] };
}

/**
 * Reckons working days from the official notices on file. For other years it falls back on weekends and the
 * festivals the law gives, and says that the date is provisional.
 */
export function buildCalendar(official: OfficialDays = readOfficialDays()): WorkCalendar {
  const known: KnownDays = new Map();
  const know: Know = (day) => knowDay(official, known, day);
  return {
    years: official.years,
    describeDay: (day) => know(day).status,
    isWorkday: (day) => {
      const { status } = know(day);
      return status.settled ? status.workday : 'unknown';
    },
    addWorkdays: (start, count, pauses = []) => addWorkdays(know, { start, count, pauses }),
  };
}
