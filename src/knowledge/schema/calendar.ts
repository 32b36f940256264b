import { z } from 'zod';
import { addDays, type Day, parseDay } from '../../day.ts';
import { daySchema } from './base.ts';

/** More days off in a row than any notice ever gave. */
const LONGEST = 16;
/** A New Year bridge reaches back to 29 December of the year before. */
const BRIDGE = '12-29';

const offSchema = z.strictObject({
  name: z.string().min(1).describe('Chinese name of the holiday: 春节'),
  from: daySchema,
  to: daySchema.optional().describe('Last day off; left out: only that day'),
});

const workedSchema = z.strictObject({
  name: z.string().min(1).describe('Holiday it makes up for'),
  day: daySchema.describe('Weekend day that is worked'),
});

const plainSchema = z.strictObject({
  year: z.number().int().min(1990).max(2099),
  title: z.string().min(2).describe('Title of the notice'),
  url: z.url().optional(),
  off: z.array(offSchema).min(1),
  worked: z.array(workedSchema).default([]),
});
/** One year's holidays as the State Council announced them. It stands above what the package knows of that year. */
export type YearCalendar = z.infer<typeof plainSchema>;

interface Fault {
  readonly path: (string | number)[];
  readonly check: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Every day off with its holiday; empty where the span itself is wrong. */
export function listDaysOff(off: YearCalendar['off']): readonly (readonly [Day, string])[] {
  return off.flatMap(({ name, from, to = from }) => {
    const [first, last] = [parseDay(from), parseDay(to)];
    if (first === undefined || last === undefined) return [];
    const days: (readonly [Day, string])[] = [];
    for (let day = first; day <= last && days.length < LONGEST; day = addDays(day, 1)) days.push([day, name]);
    return days;
  });
}

function isOfYear(year: number, day: string): boolean {
  return day.startsWith(`${year}-`) || (day.startsWith(`${year - 1}-`) && day.slice(5) >= BRIDGE);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function findDayFaults(year: number, path: Fault['path'], day: string): Fault[] {
  if (parseDay(day) === undefined) return [{ path, check: 'no_such_day', values: { field: 'day', value: day } }];
  return isOfYear(year, day) ? [] : [{ path, check: 'calendar_other_year', values: { day, year } }];
}

/** What no notice could say: days of another year, spans that end before they begin, one day twice, a worked weekday. */
function findFaults({ year, off, worked }: YearCalendar): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const take = (day: string, path: Fault['path']) => {
    if (seen.has(day)) faults.push({ path, check: 'calendar_day_twice', values: { day } });
    seen.add(day);
  };
  for (const [index, span] of off.entries()) {
    const { from, to = from } = span;
    faults.push(...findDayFaults(year, ['off', index, 'from'], from), ...findDayFaults(year, ['off', index, 'to'], to));
    if (to < from) faults.push({ path: ['off', index, 'to'], check: 'calendar_span', values: { from, to } });
    const days = listDaysOff([span]);
    if (days.length >= LONGEST) faults.push({ path: ['off', index], check: 'calendar_long', values: { from, to } });
    for (const [day] of days) take(day, ['off', index]);
  }
  for (const [index, { day }] of worked.entries()) {
    faults.push(...findDayFaults(year, ['worked', index, 'day'], day));
    if (parseDay(day) !== undefined && !isWeekend(day))
      faults.push({ path: ['worked', index, 'day'], check: 'calendar_weekday', values: { day } });
    take(day, ['worked', index, 'day']);
  }
  for (const name of ['春节', '国庆节']) {
    if (!off.some((span) => span.name.includes(name)))
      faults.push({ path: ['off'], check: 'calendar_incomplete', values: { year, name } });
  }
  return faults;
}

export const yearCalendarSchema = plainSchema.superRefine((calendar, context) => {
  for (const { path, check, values } of findFaults(calendar))
    context.addIssue({ code: 'custom', path, message: check, params: { check, values } });
});
