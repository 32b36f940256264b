/** Knowledge brought in from tables and texts, and what it touches. */
export type { ImportedList } from './columns.ts';
export { type ArticleChange, compareArticles } from './compare-articles.ts';
export { draftOwnReport } from './draft-own-report.ts';
export { draftPublishedReport, guessMetric } from './draft-published-report.ts';
export { CITING_KINDS, type Citing, findCiting } from './find-citing.ts';
export {
  type MatchedFigures,
  matchFigures,
  type ReadFigure,
  type StandingFigure,
} from './match-figures.ts';
export { type Article, readArticles } from './read-law.ts';
export { type ReadList, type RowProblem, readList } from './read-list.ts';
export { cutQuote, type ReportHead, type ReviewedFigure } from './reviewed-figure.ts';
export { listOwnFigures, listPublishedFigures } from './standing-figures.ts';
