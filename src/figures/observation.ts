import type { Figure, Relation } from '../knowledge/schema/report.ts';

/** One metric in one year, as the report states it. */
export interface Observation extends Figure {
  readonly year: number;
}

/** A relation with the observations it speaks of in place of their ids. */
export interface ObservedRelation {
  readonly kind: Relation['kind'];
  readonly whole: Observation;
  readonly parts: readonly Observation[];
  readonly note: string | undefined;
  /** The note in English. */
  readonly en: string | undefined;
}

/** An observation whose value can be calculated with. */
export type NumericObservation = Observation & { readonly value: number };

export function isNumeric(observation: Observation): observation is NumericObservation {
  return typeof observation.value === 'number';
}
