import type {
  FigureResult,
  MetricName,
  NumericObservation,
  Observation,
  ObservedRelation,
} from '../../figures/index.ts';

/** An observation with its English name, unit and note; words without a translation stay as they are. */
export function translateObservation<T extends Observation>(observation: T): T {
  const { en, metric, unit } = observation;
  if (!en) return observation;
  // A Chinese note says nothing to the reader; without a translation it is left out.
  return { ...observation, metric: en.metric ?? metric, unit: en.unit ?? unit, note: en.note };
}

function translateRelation(relation: ObservedRelation): ObservedRelation {
  return {
    ...relation,
    whole: translateObservation(relation.whole),
    parts: relation.parts.map(translateObservation),
    note: relation.en,
  };
}

const translateName = ({ metric, en }: MetricName): MetricName => ({ metric: en ?? metric, en });
const translateNumeric = (observation: NumericObservation): NumericObservation => translateObservation(observation);

/** A result whose names, units and notes are English. Values, quotes and sections stay those of the report. */
export function translateResult(result: FigureResult): FigureResult {
  switch (result.kind) {
    case 'value':
      return {
        ...result,
        observation: translateObservation(result.observation),
        relations: result.relations.map(translateRelation),
      };
    case 'parts':
      return { ...result, relation: translateRelation(result.relation) };
    case 'share':
      return {
        ...result,
        part: translateNumeric(result.part),
        whole: translateNumeric(result.whole),
        relation: result.relation && translateRelation(result.relation),
      };
    case 'sum':
      return {
        ...result,
        terms: result.terms.map(translateNumeric),
        stated: result.stated && translateRelation(result.stated),
      };
    case 'difference':
      return { ...result, more: translateNumeric(result.more), less: translateNumeric(result.less) };
    case 'per-day':
    case 'per-month':
      return { ...result, whole: translateNumeric(result.whole) };
    case 'no-year':
      return { ...result, metric: result.metric && translateName(result.metric) };
    case 'not-stated':
      return { ...result, metric: translateName(result.metric) };
    case 'not-computable':
      return { ...result, observations: result.observations.map(translateObservation) };
    case 'unknown-metric':
      return result;
  }
}
