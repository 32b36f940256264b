import type { Figures } from './build-figures.ts';
import { isNumeric, type NumericObservation, type Observation, type ObservedRelation } from './observation.ts';
import type { FigureQuery, FigureResult, MetricName } from './query.ts';

const round = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

function daysOf(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
}

function relationBetween(relations: readonly ObservedRelation[], whole: Observation, part: Observation) {
  return relations.find(
    (each) => each.kind !== 'same' && each.whole.id === whole.id && each.parts.some(({ id }) => id === part.id),
  );
}

/** The whole a metric is a part of. */
function findWhole(relations: readonly ObservedRelation[], part: Observation): Observation | undefined {
  return relations.find((each) => each.kind !== 'same' && each.parts.some(({ id }) => id === part.id))?.whole;
}

function computeShare(observations: readonly Observation[], relations: readonly ObservedRelation[]): FigureResult {
  const [first] = observations;
  const second = observations[1] ?? (first && findWhole(relations, first));
  if (!first || !second || !isNumeric(first) || !isNumeric(second)) return { kind: 'not-computable', observations };
  const [part, whole] = first.value <= second.value ? [first, second] : [second, first];
  if (whole.value === 0 || part.id === whole.id || part.unit === '%' || whole.unit === '%') {
    return { kind: 'not-computable', observations };
  }
  const percent = round((part.value / whole.value) * 100, 1);
  return { kind: 'share', part, whole, percent, relation: relationBetween(relations, whole, part) };
}

function computeSum(terms: readonly NumericObservation[], relations: readonly ObservedRelation[]): FigureResult {
  if (terms.length < 2 || terms.some(({ unit }) => unit === '%'))
    return { kind: 'not-computable', observations: terms };
  const stated = relations.find(
    ({ kind, parts }) => kind !== 'same' && terms.every((term) => parts.some(({ id }) => id === term.id)),
  );
  return { kind: 'sum', terms, total: terms.reduce((sum, { value }) => sum + value, 0), stated };
}

function computeDifference(observations: readonly Observation[]): FigureResult {
  const [first, second] = observations;
  if (!first || !second || !isNumeric(first) || !isNumeric(second)) return { kind: 'not-computable', observations };
  if (first.id === second.id || (first.unit === '%') !== (second.unit === '%'))
    return { kind: 'not-computable', observations };
  const [more, less] = first.value >= second.value ? [first, second] : [second, first];
  return { kind: 'difference', more, less, difference: round(more.value - less.value, 4) };
}

function computeOne(
  kind: 'value' | 'parts' | 'per-day' | 'per-month',
  observation: Observation,
  relations: readonly ObservedRelation[],
): FigureResult {
  const own = relations.filter((each) => each.kind !== 'same' && each.whole.id === observation.id);
  if (kind === 'value') return { kind, observation, relations: own };
  if (kind === 'parts') {
    const [relation] = own;
    return relation ? { kind, relation } : { kind: 'value', observation, relations: own };
  }
  if (!isNumeric(observation) || observation.unit === '%')
    return { kind: 'not-computable', observations: [observation] };
  if (kind === 'per-month') return { kind, whole: observation, mean: round(observation.value / 12, 1) };
  const days = daysOf(observation.year);
  return { kind, whole: observation, days, mean: round(observation.value / days, 2) };
}

function nameMetric(figures: Figures, id: string): MetricName | undefined {
  const described = figures.describe(id);
  return described && { metric: described.metric, en: described.en?.metric };
}

/** Answers a query from the figures on file. Never invents: a year or a metric that is not there is a result of its own. */
export function computeFigure(figures: Figures, query: FigureQuery): FigureResult {
  const [first] = query.metrics;
  if (first === undefined) return { kind: 'unknown-metric' };
  const absent = figures.nameAbsent(first);
  const name = absent ?? nameMetric(figures, first);
  if (name === undefined) return { kind: 'unknown-metric' };
  if (!figures.years.includes(query.year))
    return { kind: 'no-year', year: query.year, have: figures.years, metric: name };
  if (absent !== undefined) return { kind: 'not-stated', metric: absent, year: query.year };
  const observations = query.metrics.flatMap((id) => figures.observe(id, query.year) ?? []);
  const missing = query.metrics.find((id) => figures.observe(id, query.year) === undefined);
  if (missing !== undefined) {
    return {
      kind: 'not-stated',
      metric: nameMetric(figures, missing) ?? { metric: missing, en: undefined },
      year: query.year,
    };
  }
  const [observation] = observations;
  if (!observation) return { kind: 'unknown-metric' };
  const relations = figures.listRelations(query.year);
  switch (query.kind) {
    case 'share':
      return computeShare(observations, relations);
    case 'sum': {
      const terms = observations.filter(isNumeric);
      return terms.length === observations.length
        ? computeSum(terms, relations)
        : { kind: 'not-computable', observations };
    }
    case 'difference':
      return computeDifference(observations);
    default:
      return computeOne(query.kind, observation, relations);
  }
}
