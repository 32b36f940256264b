import type { Corpus } from './corpus.ts';
import { AT, createComparer, FEATURES, type Feature } from './features.ts';
import { type Impacts, isWorthLearning } from './impacts.ts';
import type { Query } from './query.ts';
import { createRetriever } from './retrieve.ts';

/** One entry compared with a question. */
export interface Ranked {
  readonly entry: number;
  readonly phrasing: number;
  /** Decides the order. */
  readonly score: number;
  /** The score without what was learned: comparable when a phrasing the learning has seen is left out. */
  readonly plain: number;
  readonly values: Float64Array;
}

/**
 * The combiner: linear, and the same for every base, because the features are shares that need no scale of their own.
 * Round numbers: on every public set the ranking changes little when one of them is halved or doubled.
 */
const WEIGHTS: Readonly<Record<Feature, number>> = {
  words: 5,
  pairs: 0,
  letters: 0.3,
  wordsCosine: 1,
  pairsCosine: 0,
  soundsCosine: 0.5,
  wordsOverlap: 4,
  lettersOverlap: 4,
  phrasingCovered: 0,
  covered: 3,
  unionCosine: 0.5,
  order: 1.5,
  seconded: 2,
  impact: 0,
  missing: -0.5,
  evenOverlap: 0,
};
const weights = Float64Array.from(FEATURES, (feature) => WEIGHTS[feature]);
/** What impacts are worth for each phrasing an entry has on average: more the more there was to learn from. */
const IMPACT_PER_PHRASING = 1.2;
const IMPACT_MOST = 24;
const IMPACT_UNLEARNED = 1;

/** Best first. `without` is the number of a phrasing to leave out, or -1. */
export type Rank = (query: Query, without: number) => readonly Ranked[];

export function createRanker(corpus: Corpus, impacts: Impacts): Rank {
  const retrieve = createRetriever(corpus, impacts);
  const comparer = createComparer(corpus);
  const perEntry = corpus.texts.length / Math.max(1, corpus.entries.length);
  const impactWeight = isWorthLearning(perEntry)
    ? Math.min(IMPACT_MOST, IMPACT_PER_PHRASING * perEntry)
    : IMPACT_UNLEARNED;
  return (query, without) => {
    comparer.start(query);
    return retrieve(query, without)
      .map(({ entry, impact }) => {
        const { values, phrasing } = comparer.compare(entry, impact, without);
        let plain = 0;
        for (let at = 0; at < values.length; at++) plain += (values[at] ?? 0) * (weights[at] ?? 0);
        return { entry, phrasing, score: plain + impactWeight * (values[AT.impact] ?? 0), plain, values };
      })
      .filter((ranked) => ranked.phrasing >= 0)
      .sort((a, b) => b.score - a.score || a.entry - b.entry);
  };
}
