import packaged from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { z } from 'zod';

const namedDaysSchema = z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/u), z.string());

/** The part of chinese-days that decides about days: days off, and weekend days worked in exchange. */
const packageSchema = z.object({ holidays: namedDaysSchema, workdays: namedDaysSchema });

export interface OfficialDays {
  /** Day to the Chinese name of the holiday. */
  readonly holidays: ReadonlyMap<string, string>;
  /** Weekend day that is worked, to the holiday it makes up for. */
  readonly makeUps: ReadonlyMap<string, string>;
  /** Years whose State Council notice is on file. */
  readonly years: ReadonlySet<number>;
}

/** The package writes `New Year's Day,元旦,1`. */
function readNames(days: Record<string, string>): Map<string, string> {
  return new Map(Object.entries(days).map(([day, label]) => [day, label.split(',')[1] ?? label]));
}

/**
 * A year is on file when both its Spring Festival and its National Day are: every yearly notice names these two,
 * while a stray day of January or December may come from a neighbour's notice.
 */
function findYears(holidays: ReadonlyMap<string, string>): Set<number> {
  const seen = new Map<number, Set<string>>();
  for (const [day, name] of holidays) {
    const year = Number(day.slice(0, 4));
    seen.set(year, (seen.get(year) ?? new Set()).add(name));
  }
  return new Set([...seen].filter(([, names]) => names.has('春节') && names.has('国庆节')).map(([year]) => year));
}

/** The holidays and make-up days the State Council has announced, as chinese-days carries them. */
export function readOfficialDays(source: unknown = packaged): OfficialDays {
  const { holidays, workdays } = packageSchema.parse(source);
  const named = readNames(holidays);
  return { holidays: named, makeUps: readNames(workdays), years: findYears(named) };
}
