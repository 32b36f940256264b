export { buildFigures, type Figures } from './build-figures.ts';
export { computeFigure } from './compute-figure.ts';
export { isNumeric, type NumericObservation, type Observation, type ObservedRelation } from './observation.ts';
export type { FigureQuery, FigureResult, MetricName } from './query.ts';
