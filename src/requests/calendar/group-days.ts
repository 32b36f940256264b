import type { Day } from '../../day.ts';
import type { CountedDay } from './work-calendar.ts';

/** Days in a row that share a fate, for explaining a count in few lines. */
export interface DayGroup {
  readonly from: Day;
  readonly to: Day;
  readonly why: CountedDay['why'];
  readonly holiday: string | null;
  /** Numbers of the first and last day in the count; null when none of these days is counted. */
  readonly counted: { readonly first: number; readonly last: number } | null;
}

function extend(group: DayGroup, day: CountedDay): DayGroup {
  const counted = group.counted && day.counted !== null ? { ...group.counted, last: day.counted } : group.counted;
  return { ...group, to: day.day, counted };
}

function begin({ day, why, holiday, counted }: CountedDay): DayGroup {
  return { from: day, to: day, why, holiday, counted: counted === null ? null : { first: counted, last: counted } };
}

/** The days of an explanation gathered into runs with the same reason. Their order and every day are kept. */
export function groupDays(days: readonly CountedDay[]): readonly DayGroup[] {
  const groups: DayGroup[] = [];
  for (const day of days) {
    const last = groups.at(-1);
    if (last && last.why === day.why && last.holiday === day.holiday) groups[groups.length - 1] = extend(last, day);
    else groups.push(begin(day));
  }
  return groups;
}
