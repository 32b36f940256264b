import { listDaysOff, type YearCalendar } from '../../knowledge/schema/calendar.ts';
import { type OfficialDays, readOfficialDays } from './official-days.ts';

/** Days of a year's notice: those in it and the bridge that reaches back to the end of December. */
function belongsTo(year: number, day: string): boolean {
  return day.startsWith(`${year}-`) && !(day.slice(5) >= '12-29');
}

function without(days: ReadonlyMap<string, string>, years: ReadonlySet<number>): Map<string, string> {
  return new Map([...days].filter(([day]) => ![...years].some((year) => belongsTo(year, day))));
}

/**
 * The official days with notices an office loaded laid over what the package carries: of a year that was loaded nothing
 * of the package remains. Files were checked when they were read.
 */
export function layCalendars(
  calendars: readonly YearCalendar[],
  official: OfficialDays = readOfficialDays(),
): OfficialDays {
  const years = new Set(calendars.map(({ year }) => year));
  const holidays = without(official.holidays, years);
  const makeUps = without(official.makeUps, years);
  for (const { off, worked } of calendars) {
    for (const [day, name] of listDaysOff(off)) holidays.set(day, name);
    for (const { day, name } of worked) makeUps.set(day, name);
  }
  for (const day of holidays.keys()) makeUps.delete(day);
  return { holidays, makeUps, years: new Set([...official.years, ...years]) };
}
