export { type CheckOptions, checkReport, type OverlapMark, type ReportCheck } from './check/check-report.ts';
export type { Mismatch } from './check/equation.ts';
export { type Imported, importReport } from './open/open-report.ts';
export type { ReadProblem, ReadReport, ReportFigure, ReportTable, TableName } from './report.ts';
export { type FigureLabel, labelSchema, type Score, scoreFigures } from './score-figures.ts';
