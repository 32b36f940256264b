/** Knowledge brought in from tables and texts, and what it touches. */
export type { ImportedList } from './columns.ts';
export {
  cutQuote,
  draftOwnReport,
  draftPublishedReport,
  guessMetric,
  type ReportHead,
  type ReviewedFigure,
} from './draft-report.ts';
export { findCiting } from './find-citing.ts';
export { type Article, compareArticles, readArticles } from './read-law.ts';
export { type ReadList, type RowProblem, readList } from './read-list.ts';
