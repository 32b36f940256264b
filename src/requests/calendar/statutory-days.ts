import { addDays, type Day, yearOf } from '../../day.ts';

/** Festivals by the solar calendar, `MM-DD` (全国年节及纪念日放假办法 2024, art. 2). */
const SOLAR: ReadonlyMap<string, string> = new Map([
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
]);

/**
 * Lunar New Year, 端午 and 中秋 of the years to come. Written out because the ICU calendar of Node errs by a day
 * in 2027 and chinese-days reckons with the machine's time zone; a test holds the table against the latter.
 */
const LUNAR: ReadonlyMap<number, readonly [newYear: string, dragonBoat: string, midAutumn: string]> = new Map([
  [2027, ['02-06', '06-09', '09-15']],
  [2028, ['01-26', '05-28', '10-03']],
  [2029, ['02-13', '06-16', '09-22']],
  [2030, ['02-03', '06-05', '09-12']],
  [2031, ['01-23', '06-24', '10-01']],
  [2032, ['02-11', '06-12', '09-19']],
  [2033, ['01-31', '06-01', '09-08']],
  [2034, ['02-19', '06-20', '09-27']],
  [2035, ['02-08', '06-10', '09-16']],
  [2036, ['01-28', '05-30', '10-04']],
]);

/** Day of April on which 清明 falls, by the usual approximation of the solar term; good for 2000–2099. */
function tombSweepingDay(year: number): number {
  const short = year % 100;
  return Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4);
}

/** 除夕 and the first three days of the lunar year: four days off. */
function isSpringFestival(day: Day, newYear: string): boolean {
  const first = `${yearOf(day)}-${newYear}` as Day;
  return day >= addDays(first, -1) && day <= addDays(first, 2);
}

/**
 * The festival the law itself gives on a day, undefined on any other. It knows nothing of bridged weekends and
 * make-up days, which only the yearly notice sets, and no lunar festivals outside its table: good for an estimate,
 * not for a final date.
 */
export function statutoryFestival(day: Day): string | undefined {
  const date = day.slice(5);
  const fixed = SOLAR.get(date);
  if (fixed !== undefined) return fixed;
  if (date === `04-0${tombSweepingDay(yearOf(day))}`) return '清明';
  const lunar = LUNAR.get(yearOf(day));
  if (lunar === undefined) return undefined;
  const [newYear, dragonBoat, midAutumn] = lunar;
  if (isSpringFestival(day, newYear)) return '春节';
  if (date === dragonBoat) return '端午';
  return date === midAutumn ? '中秋' : undefined;
}
