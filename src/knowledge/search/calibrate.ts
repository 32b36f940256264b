import type { Corpus } from './corpus.ts';
import { AT, FEATURES, type Feature } from './features.ts';
import type { Trial } from './hold-out.ts';
import { readQuery } from './query.ts';
import type { Rank, Ranked } from './rank.ts';

/**
 * What the probability is judged by. `likeness`: how much of both texts is shared, every word counting the same most of
 * all, because one common word may turn a question (how to get it, what it costs). `covered`: how much of the question
 * the entry's phrasings cover together. `lead`: of the score over the next entry. Few enough to be fitted on a small base.
 */
export const SIGNS = ['score', 'likeness', 'covered', 'lead'] as const;
const LIKENESS: Readonly<Partial<Record<Feature, number>>> = {
  evenOverlap: 0.6,
  wordsOverlap: 0.2,
  lettersOverlap: 0.2,
};
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
  return Float64Array.of(ranked[by], alike, ranked.values[AT.covered] ?? 0, Math.max(LEAD_LEAST, lead));
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

/** Fitted on the project's own base; used for bases too small to fit their own. */
const SHIPPED: Calibration = {
  by: 'plain',
  mean: [14, 0.5, 0.6, 1],
  spread: [5, 0.25, 0.25, 0.9],
  weights: [0.4, 1, 0.3, 0.5],
  bias: -0.3,
  examples: 0,
};
const PHRASINGS_TRIED = 400;
const EXAMPLES_LEAST = 60;
const PULL = 10;
const ROUNDS = 30;
const STEP_MOST = 1;

export function judge(calibration: Calibration, signs: Float64Array): number {
  let sum = calibration.bias;
  for (let at = 0; at < signs.length; at++) {
    sum +=
      ((calibration.weights[at] ?? 0) * ((signs[at] ?? 0) - (calibration.mean[at] ?? 0))) /
      (calibration.spread[at] ?? 1);
  }
  return 1 / (1 + Math.exp(-sum));
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
  const judgeFirst = (ranked: readonly Ranked[], entry: number) => {
    const [first] = ranked;
    if (first)
      examples.push({ signs: readSigns(first, findRival(ranked, first, by), by), right: first.entry === entry });
  };
  for (const { entry, ranked } of trials) {
    judgeFirst(ranked, entry);
    judgeFirst(
      ranked.filter((candidate) => candidate.entry !== entry),
      entry,
    );
  }
  const rights = examples.filter((example) => example.right).length;
  const enough = rights >= EXAMPLES_LEAST / 3 && examples.length >= EXAMPLES_LEAST;
  return enough ? fitLogistic(examples, by) : { ...SHIPPED, by };
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

/**
 * Newton's method, pulled towards the shipped weights. A sign may only speak the way it speaks in principle: more in
 * common never makes the desk less sure, more missing never makes it surer. One that comes out the other way, as happens
 * on small bases, is left out and the rest are fitted again.
 */
function fitLogistic(examples: readonly Example[], by: ScoreName): Calibration {
  const columns = SIGNS.map((_, sign) => examples.map(({ signs }) => signs[sign] ?? 0));
  const mean = columns.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const spread = columns.map((values, sign) => {
    const variance = values.reduce((sum, value) => sum + (value - (mean[sign] ?? 0)) ** 2, 0) / values.length;
    return Math.sqrt(variance) || 1;
  });
  const rows = examples.map(({ signs, right }) => ({
    x: Array.from(signs, (value, sign) => (value - (mean[sign] ?? 0)) / (spread[sign] ?? 1)),
    y: right ? 1 : 0,
  }));
  const active = SIGNS.map((_, sign) => sign);
  for (;;) {
    const { weights, bias } = fitActive(rows, active);
    const turned = active.filter((sign) => (weights[sign] ?? 0) * (SHIPPED.weights[sign] ?? 0) < 0);
    const worst = turned.sort((a, b) => Math.abs(weights[b] ?? 0) - Math.abs(weights[a] ?? 0))[0];
    if (worst === undefined) return { by, mean, spread, weights, bias, examples: examples.length };
    active.splice(active.indexOf(worst), 1);
  }
}

interface Row {
  readonly x: readonly number[];
  readonly y: number;
}

/** Weights of the active signs (0 for the others) and the bias. */
function fitActive(rows: readonly Row[], active: readonly number[]): { weights: number[]; bias: number } {
  const size = active.length;
  const home = active.map((sign) => SHIPPED.weights[sign] ?? 0);
  // From zero, where the curve is steepest: Newton's steps from far out overshoot.
  let found: number[] = Array.from({ length: size + 1 }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = found.map((weight, at) => (at < size ? PULL * (weight - (home[at] ?? 0)) : 0));
    const curvature: number[][] = found.map((_, row) => found.map((__, column) => pullAt(row, column, size)));
    for (const { x, y } of rows) {
      const taken = [...active.map((sign) => x[sign] ?? 0), 1];
      const p = 1 / (1 + Math.exp(-taken.reduce((sum, value, at) => sum + value * (found[at] ?? 0), 0)));
      for (const [row, value] of taken.entries()) {
        gradient[row] = (gradient[row] ?? 0) + value * (p - y);
        const line = curvature[row] ?? [];
        for (const [column, other] of taken.entries()) line[column] = (line[column] ?? 0) + value * other * p * (1 - p);
      }
    }
    const whole = solve(curvature, gradient);
    const damping = Math.min(1, STEP_MOST / Math.max(...whole.map(Math.abs)));
    const step = whole.map((value) => value * damping);
    found = found.map((weight, at) => weight - (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  const weights: number[] = SIGNS.map(() => 0);
  for (const [at, sign] of active.entries()) weights[sign] = found[at] ?? 0;
  return { weights, bias: found[size] ?? 0 };
}

/** The pull on a weight; the bias is free but for a trace that keeps the system solvable. */
function pullAt(row: number, column: number, size: number): number {
  if (row !== column) return 0;
  return row < size ? PULL : 1e-6;
}

/** Solves a small positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (const [pivot, pivotRow] of rows.entries()) {
    const scale = pivotRow[pivot] ?? 1;
    for (const [at, row] of rows.entries()) {
      if (at === pivot) continue;
      const factor = (row[pivot] ?? 0) / scale;
      for (let column = pivot; column <= size; column++)
        row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
