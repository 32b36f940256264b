import type { NumericObservation, Observation, ObservedRelation } from './observation.ts';

/** What is asked of the figures. `metrics` are ids; one alone, or as many as the operation takes. */
export interface FigureQuery {
  readonly kind: 'value' | 'parts' | 'share' | 'sum' | 'difference' | 'per-day' | 'per-month';
  readonly metrics: readonly string[];
  readonly year: number;
  /** Further years asked for that have no report on file, to be told so. */
  readonly alsoAsked?: readonly number[];
}

/** A metric by name, where there may be no observation of it. */
export interface MetricName {
  readonly metric: string;
  readonly en: string | undefined;
}

/** What came of it. Everything but `value` is derived, and carries its formula as the numbers that went in. */
export type FigureResult =
  | { readonly kind: 'value'; readonly observation: Observation; readonly relations: readonly ObservedRelation[] }
  | { readonly kind: 'parts'; readonly relation: ObservedRelation }
  /** `percent` is rounded to one decimal: 22.9 for 8 of 35. */
  | {
      readonly kind: 'share';
      readonly part: NumericObservation;
      readonly whole: NumericObservation;
      readonly percent: number;
      readonly relation: ObservedRelation | undefined;
    }
  /** `stated` is what the report itself gives for these together, where the parts may overlap: 97 beside 105. */
  | {
      readonly kind: 'sum';
      readonly terms: readonly NumericObservation[];
      readonly total: number;
      readonly stated: ObservedRelation | undefined;
    }
  | {
      readonly kind: 'difference';
      readonly more: NumericObservation;
      readonly less: NumericObservation;
      readonly difference: number;
    }
  /** Mean a calendar day of that year, rounded to two decimals. */
  | { readonly kind: 'per-day'; readonly whole: NumericObservation; readonly days: number; readonly mean: number }
  /** Mean of the twelve months, rounded to one decimal. */
  | { readonly kind: 'per-month'; readonly whole: NumericObservation; readonly mean: number }
  | {
      readonly kind: 'no-year';
      readonly year: number;
      readonly have: readonly number[];
      readonly metric: MetricName | undefined;
    }
  | { readonly kind: 'not-stated'; readonly metric: MetricName; readonly year: number }
  /** The operation makes no sense for these: text values, percentages added up, a metric compared with itself. */
  | { readonly kind: 'not-computable'; readonly observations: readonly Observation[] }
  | { readonly kind: 'unknown-metric' };
