/** Files from outside, looked at before anything opens them, and rows read out of them. */

export { type FileProblem, MOST_BYTES, type Refusal, refuseFile, refuseTooLarge } from './fault.ts';
export { explainFailure, type Rows, readCsvRows, readRows, readXlsxRows } from './read-rows.ts';
export { sniffFile } from './sniff.ts';
