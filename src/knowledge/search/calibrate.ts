import type { Corpus } from './corpus.ts';
import { AT, FEATURES, type Feature } from './features.ts';
import type { Trial } from './hold-out.ts';
import { readQuery } from './query.ts';
import type { Rank, Ranked } from './rank.ts';

/**
 * What the probability is judged by. `likeness`: how much of both texts is shared, every word counting the same, because one
 * common word may turn a question (how to get it, what it costs). `apart`: how many words only one of them has. `lead`: of
 * the score over the next entry.
 */
export const SIGNS = ['score', 'likeness', 'apart', 'lead'] as const;
const LIKENESS: Readonly<Partial<Record<Feature, number>>> = { evenWords: 2 / 3, evenKinds: 1 / 3 };
const likeness = Float64Array.from(FEATURES, (feature) => LIKENESS[feature] ?? 0);
const LEAD_LEAST = -0.5;
const LEAD_MOST = 2;

/** What the score of a candidate is read from: with what was learned, or, where a trial's own phrasing was learned from, without. */
export type ScoreName = 'score' | 'plain';

/** The signs for one ranked entry; `rival` is the best score among the others. */
export function readSigns(ranked: Ranked, rival: number, by: ScoreName): Float64Array {
  let alike = 0;
  for (let at = 0; at < likeness.length; at++) alike += (likeness[at] ?? 0) * (ranked.values[at] ?? 0);
  const gap = ranked[by] - rival;
  // What was learned stretches scores as the base grows, so there the lead is a share of the score.
  const lead = by === 'score' ? gap / Math.max(1, ranked[by]) : Math.min(LEAD_MOST, gap);
  return Float64Array.of(ranked[by], alike, ranked.values[AT.apart] ?? 0, Math.max(LEAD_LEAST, lead));
}

/** Best score among all but one. */
export function findRival(ranked: readonly Ranked[], but: Ranked, by: ScoreName): number {
  let best = 0;
  for (const other of ranked) if (other !== but && other[by] > best) best = other[by];
  return best;
}

/** A logistic model over standardised signs. */
export interface Calibration {
  /** The score its first and last sign are read from. */
  readonly by: ScoreName;
  readonly mean: readonly number[];
  readonly spread: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  /** How many judged examples it was fitted on; 0 when the base gave too few and the shipped model stands in. */
  readonly examples: number;
}

/**
 * What the signs weigh beside each other, once each is measured in its own spread. The same for every base: a base by itself
 * cannot tell, because what it can leave out is less like a question it holds than what people ask beside it. Where much
 * was learned, the score knows more than the words.
 */
const WEIGHTS: Readonly<Record<ScoreName, readonly number[]>> = {
  plain: [0.3, 1.5, -0.5, 0.3],
  score: [1, 0.3, 0, 0.5],
};
/** Fitted on the project's own base; used for bases too small to fit their own. */
const SHIPPED: Omit<Calibration, 'by' | 'weights' | 'examples'> = {
  mean: [9, 0.5, 4, 1],
  spread: [3, 0.25, 3, 0.9],
  bias: -0.3,
};
const PHRASINGS_TRIED = 400;
const EXAMPLES_LEAST = 60;
const ROUNDS = 30;
/** Keeps a base that parts perfectly from claiming to be certain. */
const PULL = 1;

export function judge(calibration: Calibration, signs: Float64Array): number {
  return 1 / (1 + Math.exp(-(calibration.bias + weighSigns(calibration, signs))));
}

function weighSigns(
  { mean, spread, weights }: Omit<Calibration, 'bias' | 'examples' | 'by'>,
  signs: Float64Array,
): number {
  let sum = 0;
  for (let at = 0; at < signs.length; at++) {
    sum += ((weights[at] ?? 0) * ((signs[at] ?? 0) - (mean[at] ?? 0))) / (spread[at] ?? 1);
  }
  return sum;
}

/** Probability of the first of some ranked entries; 0 when there is none. */
export function judgeFirst(calibration: Calibration, ranked: readonly Ranked[]): number {
  const [first] = ranked;
  if (first === undefined) return 0;
  return judge(calibration, readSigns(first, findRival(ranked, first, calibration.by), calibration.by));
}

interface Example {
  readonly signs: Float64Array;
  readonly right: boolean;
}

/**
 * Fits the probability on trials. With its entry present the first candidate is right or wrong; with its entry taken away
 * the first candidate is wrong by construction, which is how the desk learns what a question it cannot answer looks like.
 */
export function fitCalibration(trials: readonly Trial[], by: ScoreName): Calibration {
  const examples: Example[] = [];
  const takeFirst = (ranked: readonly Ranked[], entry: number) => {
    const [first] = ranked;
    if (first)
      examples.push({ signs: readSigns(first, findRival(ranked, first, by), by), right: first.entry === entry });
  };
  for (const { entry, ranked } of trials) {
    takeFirst(ranked, entry);
    takeFirst(
      ranked.filter((candidate) => candidate.entry !== entry),
      entry,
    );
  }
  const rights = examples.filter((example) => example.right).length;
  const enough = rights >= EXAMPLES_LEAST / 3 && examples.length >= EXAMPLES_LEAST;
  return enough ? fitLogistic(examples, by) : { ...SHIPPED, weights: WEIGHTS[by], by, examples: 0 };
}

/** Trials of a base too thin to set anything aside: each of some evenly chosen phrasings is left out and asked. */
export function tryLeftOut(corpus: Corpus, rank: Rank): Trial[] {
  const trials: Trial[] = [];
  const count = corpus.texts.length;
  const step = Math.max(1, count / PHRASINGS_TRIED);
  for (let at = 0; at < count; at += step) {
    const phrasing = Math.floor(at);
    const entry = corpus.entryOf[phrasing] ?? 0;
    const ranked = rank(readQuery(corpus, corpus.prepare(corpus.texts[phrasing] ?? '')), phrasing);
    const alone = (corpus.firstOf[entry + 1] ?? 0) - (corpus.firstOf[entry] ?? 0) <= 1;
    trials.push({ entry: alone ? -1 : entry, ranked: alone ? ranked.filter((each) => each.entry !== entry) : ranked });
  }
  return trials;
}

/** Measures each sign in its own spread and fits how steeply, and from where on, their sum speaks for the candidate. */
function fitLogistic(examples: readonly Example[], by: ScoreName): Calibration {
  const columns = SIGNS.map((_, sign) => examples.map(({ signs }) => signs[sign] ?? 0));
  const mean = columns.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const spread = columns.map((values, sign) => {
    const variance = values.reduce((sum, value) => sum + (value - (mean[sign] ?? 0)) ** 2, 0) / values.length;
    return Math.sqrt(variance) || 1;
  });
  const sums = examples.map(({ signs, right }) => ({
    x: weighSigns({ mean, spread, weights: WEIGHTS[by] }, signs),
    y: right ? 1 : 0,
  }));
  const { slope, bias } = fitCurve(sums);
  return { by, mean, spread, weights: WEIGHTS[by].map((weight) => weight * slope), bias, examples: examples.length };
}

/** Newton's method for the two numbers of a logistic curve over one sum, the slope pulled towards 1 and never below 0. */
function fitCurve(sums: readonly { readonly x: number; readonly y: number }[]): { slope: number; bias: number } {
  // From a flat curve, where Newton's steps do not overshoot.
  let [slope, bias] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    let [bySlope, byBias] = [PULL * (slope - 1), 0];
    let [slopes, both, biases] = [PULL, 0, Number.EPSILON];
    for (const { x, y } of sums) {
      const p = 1 / (1 + Math.exp(-(slope * x + bias)));
      bySlope += (p - y) * x;
      byBias += p - y;
      slopes += p * (1 - p) * x * x;
      both += p * (1 - p) * x;
      biases += p * (1 - p);
    }
    const whole = slopes * biases - both * both;
    const step = [(biases * bySlope - both * byBias) / whole, (slopes * byBias - both * bySlope) / whole] as const;
    slope = Math.max(0, slope - step[0]);
    bias -= step[1];
    if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-6) break;
  }
  return { slope, bias };
}
