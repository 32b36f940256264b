import type { Corpus } from './corpus.ts';
import { AT, createComparer, FEATURES, type Feature } from './features.ts';
import { createFocus } from './focus.ts';
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
 * Weights were fitted on phrasings of the public bases held out from the rest, and rounded.
 */
const WEIGHTS: Readonly<Record<Feature, number>> = {
  words: 0.3,
  soundsCosine: 0.6,
  wordsOverlap: 0.8,
  lettersOverlap: 1.2,
  meanOverlap: 2.4,
  covered: 0.4,
  order: 1.3,
  seconded: 0.5,
  impact: 0,
  size: -0.2,
  focusWords: 1.7,
  focusLetters: 2,
  focusKinds: 0.8,
  focusCovered: 0.9,
  kindsCovered: 1.9,
  evenWords: 0.8,
  evenKinds: 0,
  apart: 0,
};
const weights = Float64Array.from(FEATURES, (feature) => WEIGHTS[feature]);
/** What impacts are worth for each phrasing an entry has on average: more the more there was to learn from. */
const IMPACT_PER_PHRASING = 0.4;
const IMPACT_MOST = 8;
const IMPACT_UNLEARNED = 0.3;
/** Candidates that get the second look, the best by the first. */
const LOOKED_AT_AGAIN = 24;

/** Best first. `without` is the number of a phrasing to leave out, or -1. */
export type Rank = (query: Query, without: number) => readonly Ranked[];

export function createRanker(corpus: Corpus, impacts: Impacts): Rank {
  const retrieve = createRetriever(corpus, impacts);
  const comparer = createComparer(corpus);
  const lookAgain = createFocus(corpus);
  const perEntry = corpus.texts.length / Math.max(1, corpus.entries.length);
  const impactWeight = isWorthLearning(perEntry)
    ? Math.min(IMPACT_MOST, IMPACT_PER_PHRASING * perEntry)
    : IMPACT_UNLEARNED;
  const weigh = (values: Float64Array) => values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  const byScore = (a: Ranked, b: Ranked) => b.score - a.score || a.entry - b.entry;
  return (query, without) => {
    comparer.start(query);
    const found = retrieve(query, without)
      .map(({ entry, impact }) => {
        const { values, phrasing } = comparer.compare(entry, impact, without);
        const plain = weigh(values);
        return { entry, phrasing, score: plain + impactWeight * impact, plain, values };
      })
      .filter((ranked) => ranked.phrasing >= 0)
      .sort(byScore)
      .slice(0, LOOKED_AT_AGAIN);
    const focus = lookAgain(
      query,
      found.map(({ entry }) => entry),
      without,
    );
    return found
      .map((ranked, at) => {
        const seen = focus[at];
        if (seen === undefined) return ranked;
        ranked.values[AT.focusWords] = seen.words;
        ranked.values[AT.focusLetters] = seen.letters;
        ranked.values[AT.focusKinds] = seen.kinds;
        ranked.values[AT.focusCovered] = seen.wordsCovered;
        ranked.values[AT.kindsCovered] = seen.kindsCovered;
        ranked.values[AT.evenWords] = seen.evenWords;
        ranked.values[AT.evenKinds] = seen.evenKinds;
        ranked.values[AT.apart] = seen.apart;
        const plain = weigh(ranked.values);
        return { ...ranked, plain, score: plain + ranked.score - ranked.plain };
      })
      .sort(byScore);
  };
}
