export { type Imported, importReport } from './open/open-report.ts';
export type { ReadProblem, ReadReport, ReportFigure, ReportTable, TableName } from './report.ts';
export { type FigureLabel, labelSchema, type Score, scoreFigures } from './score-figures.ts';
