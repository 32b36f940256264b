import { cutQuote, guessMetric, type ReadFigure } from '../../knowledge/import/index.ts';
import type { PublishedFile } from '../../knowledge/schema/published.ts';
import type { ReadReport, ReportFigure } from '../../reports/index.ts';

/** A figure of a report as somebody looks at it, with where it was read. */
export interface FigureToReview extends ReadFigure {
  readonly line: number;
  readonly offset: number;
  readonly from: ReportFigure['from'];
}

/** Of a form with tables only what is not nought: two hundred noughts are nobody's to look at. */
const isWorthReview = ({ from, value }: ReportFigure) =>
  from === 'prose' || from === 'listing' || from === 'none' || value !== 0;

/** The figures of a report worth looking at, in its order, each with the metric of other authorities' figures it may be. */
export function listFiguresToReview({ figures }: ReadReport, published: PublishedFile): readonly FigureToReview[] {
  return figures
    .filter(isWorthReview)
    .map(({ metric, of, value, to, unit, approximate, section, quote, position: { line, offset }, from }) => ({
      metric: of === undefined ? metric : `${of}：${metric}`,
      value: to === undefined ? value : `${value}–${to}`,
      unit,
      approximate,
      section,
      quote: cutQuote(quote, value),
      as: guessMetric(metric, published),
      line,
      offset,
      from,
    }));
}
