import type { Thresholds } from './fit-thresholds.ts';

export { type BuildOptions, buildIndex, learnIndex, openIndex } from './build-index.ts';
export { clusterQuestions } from './cluster.ts';
export { type CrossTrial, crossValidate } from './cross-validate.ts';
export type { Thresholds } from './fit-thresholds.ts';
export type { Learned } from './learned.ts';
export { looksLikePinyin } from './looks-like-pinyin.ts';
export { clean, normalise } from './normalise.ts';
export { spellUsually } from './pinyin.ts';

/** One thing that can be found: an answer, a figure, a matter, an intent. Ids carry their kind: `answer/…`. */
export interface SearchEntry {
  readonly id: string;
  readonly phrasings: readonly string[];
  /** Questions written apart from the phrasings that must find it: nothing learns from them, thresholds are fitted on them. */
  readonly tests?: readonly string[];
}

export interface Candidate {
  readonly id: string;
  /** Calibrated probability from 0 to 1 that this entry is what was asked. Only good for thresholds within one release. */
  readonly probability: number;
  /** Open-ended; decides the order. How far the first lies before the second tells how clear the choice is. */
  readonly score: number;
  /** The phrasing that matched best, for explanations. */
  readonly phrasing: string;
}

/** Why the index answered as it did. Numbers are shares from 0 to 1 unless a comment says otherwise. */
export interface Explanation {
  /** The question as it was compared: normalised, synonyms folded. */
  readonly heard: string;
  /** Other readings that were tried: pinyin written out, characters of the same sound mended. */
  readonly readings: readonly string[];
  /** The words left after everyday variants were folded and empty words dropped. */
  readonly words: readonly string[];
  /** Words no phrasing in the base has. */
  readonly unknown: readonly string[];
  readonly candidates: readonly (Candidate & {
    readonly features: Readonly<Record<string, number>>;
  })[];
  /** Probability of the first candidate minus that of the second. */
  readonly margin: number;
}

export interface SearchIndex {
  /** Fitted to this base. */
  readonly thresholds: Thresholds;
  /** Best first; empty when nothing shares anything with the query. The query may be raw user text. */
  readonly search: (query: string, limit?: number) => readonly Candidate[];
  readonly explain: (query: string, limit?: number) => Explanation;
}
