/** The year's report: counted, written, approved and set as files. */
export { writeEntered } from './annual-report-store.ts';
export { approveReport, findHindrance } from './approve-report.ts';
export { lastDayCounted, readYear, type YearReport } from './read-year.ts';
export { REPORT_FORMATS, REPORT_TYPES, writeReportFile } from './write-file.ts';
