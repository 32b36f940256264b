export { type BuiltReport, buildReport } from './build/build-report.ts';
export {
  type ComposedReport,
  composeReport,
  type Entered,
  NOTHING_ENTERED,
  type PreviousReport,
  type ReportParagraph,
} from './build/compose-report.ts';
export { numberRow, readCases } from './build/read-cell.ts';
export { asReadReport, reconcileReport } from './build/reconcile.ts';
export type { Dispute, ReportCase } from './build/report-case.ts';
export { reportData, writeReportCsv } from './build/write-data.ts';
export { type CheckOptions, checkReport, type OverlapMark, type ReportCheck } from './check/check-report.ts';
export type { Mismatch } from './check/equation.ts';
export { createReportReader, type ReportReader } from './open/import-apart.ts';
export { type Imported, importReport } from './open/open-report.ts';
export type { ReadProblem, ReadReport, ReportFigure, ReportTable, TableName } from './report.ts';
export { type FigureLabel, labelSchema, type Score, scoreFigures } from './score-figures.ts';
export { FIRST_TABLE_YEAR, TABLE_THREE_ROWS } from './tables/rows-table.ts';
