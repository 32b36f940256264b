export { baseUnit } from '../reports/read/quantity.ts';
export { buildFigures, type Figures } from './build-figures.ts';
export { computeFigure } from './compute-figure.ts';
export { isNumeric, type NumericObservation, type Observation, type ObservedRelation } from './observation.ts';
export {
  areComparable,
  buildPublished,
  type Published,
  type PublishedFigure,
  type Publisher,
  rankFigures,
} from './published.ts';
export type { FigureQuery, FigureResult, MetricName } from './query.ts';
