import { type Day, earlierDay } from '../../day.ts';
import { checkReport, type ReportCheck } from '../check/check-report.ts';
import type { ReadReport } from '../report.ts';
import { FIRST_TABLE_YEAR } from '../tables/rows-table.ts';
import { type CountedTable, countDisputes, countRequests } from './count-cases.ts';
import type { ReportCase } from './report-case.ts';

/** The year's report as far as the case log tells it. */
export interface BuiltReport {
  readonly authority: string;
  readonly year: number;
  /** Last day counted: the end of the year, or an earlier day for a preview. */
  readonly asOf: Day;
  readonly preview: boolean;
  readonly tables: { readonly 三: CountedTable; readonly 四: CountedTable };
  /** What must add up, weighed as in a report read from a file. */
  readonly check: ReportCheck;
}

/** The prescribed form of a year's report. */
export function formOf(year: number): ReadReport['form'] {
  if (year < FIRST_TABLE_YEAR) return 'free-text';
  return year >= 2021 ? '2021' : '2019';
}

/** The same as the reader of reports would make of it. */
function asReadReport({ authority, year, tables }: Omit<BuiltReport, 'check'>): ReadReport {
  return { authority, year, form: formOf(year), sections: [], figures: [], tables, problems: [] };
}

/**
 * Fills the tables of the form from the case log, up to a day of the year.
 * @param previous last year's report, whose 结转下年度 must be this year's 上年结转
 */
export function buildReport(
  cases: readonly ReportCase[],
  about: { readonly authority: string; readonly year: number; readonly asOf: Day; readonly previous?: ReadReport },
): BuiltReport {
  const { authority, year, asOf, previous } = about;
  const end = `${year}-12-31` as Day;
  const span = { from: `${year}-01-01` as Day, to: earlierDay(asOf, end) };
  const tables = { 三: countRequests(cases, span), 四: countDisputes(cases, span) };
  const built = { authority, year, asOf: span.to, preview: span.to < end, tables };
  return { ...built, check: checkReport(asReadReport(built), previous ? { previous } : {}) };
}
