import { checkReport, type ReportCheck } from '../check/check-report.ts';
import { documentOfBlocks } from '../document.ts';
import { readReport } from '../read/read-report.ts';
import type { ReadReport, ReportTable } from '../report.ts';
import { RULE_COLUMNS } from '../tables/rows-table.ts';
import { formOf } from './build-report.ts';
import type { ComposedReport } from './compose-report.ts';

/** Table 二 as the reader of reports knows it; undefined for the form of 2019 and while a number is missing. */
function asTableTwo({ year, tableTwo }: ComposedReport): ReportTable | undefined {
  if (year < 2021 || tableTwo.some(({ values }) => values.includes(null))) return undefined;
  return {
    columns: RULE_COLUMNS,
    rows: tableTwo.map(({ label }) => label),
    ids: tableTwo.map(({ id }) => id),
    values: tableTwo.map(({ values }) => RULE_COLUMNS.map((_, column) => values[column] ?? null)),
    lines: tableTwo.map((_, index) => index + 1),
  };
}

/** Reads the composed texts as any report's are read, beside its tables. */
export function asReadReport(report: ComposedReport): ReadReport {
  const lines = report.sections.flatMap(({ heading, parts }) => [
    heading,
    ...parts.flatMap((part) => ('id' in part && part.text !== null ? part.text.split('\n') : [])),
  ]);
  const read = readReport(documentOfBlocks([report.title, ...lines]), report.title, []);
  const two = asTableTwo(report);
  return {
    ...read,
    form: formOf(report.year),
    tables: { ...report.tables, ...(two ? { 二: two } : {}) },
    problems: [],
  };
}

/** Proves the whole report: tables among themselves, texts against tables, and last year's carry-over. */
export function reconcileReport(report: ComposedReport, previous?: ReadReport): ReportCheck {
  return checkReport(asReadReport(report), previous ? { previous } : {});
}
