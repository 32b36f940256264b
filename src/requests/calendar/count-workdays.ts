import { addDays, type Day } from '../../day.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** Working days after one day up to and including another; 0 when the second is not later. */
export function countWorkdays(calendar: WorkCalendar, after: Day, until: Day): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) {
    if (calendar.describeDay(day).workday) count += 1;
  }
  return count;
}
