import type { Corpus } from './corpus.ts';
import type { GramView, QueryGrams } from './gram-view.ts';

/**
 * How strongly each gram speaks for each entry. Starts as the rarity-weighted share of the gram in the entry's phrasings
 * and is then sharpened against the other entries (softmax regression on sparse support: only grams an entry has count).
 */
export interface Impacts {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly values: Float32Array;
}

const SHARPNESS = 6;
const DROPPED = 0.5;
/** Posting visits training may spend; bounds its time whatever the size of the base. */
const VISITS = 120_000_000;
const EPOCHS = 12;
/** Size of a learning step at first; it falls to nothing by the end. */
const RATE_MOST = 0.4;
const RATE_PER_PHRASING = 0.02;
const PHRASINGS_LEAST = 4;
/** Grams of one phrasing looked at in one step. */
const KEPT_MOST = 1024;
/** Added to every score, so that an entry once touched never looks untouched. */
const TRACE = 1e-9;
const NEGLIGIBLE = 1e-3;

function layOut(corpus: Corpus, view: GramView): Impacts {
  const starts = new Int32Array(view.idOf.size + 1);
  const entries = new Int32Array(view.holders.length);
  const values = new Float32Array(view.holders.length);
  let size = 0;
  for (let gram = 0; gram < view.idOf.size; gram++) {
    let last = -1;
    for (let at = view.holderStarts[gram] ?? 0; at < (view.holderStarts[gram + 1] ?? 0); at++) {
      const phrasing = view.holders[at] ?? 0;
      const entry = corpus.entryOf[phrasing] ?? 0;
      const share = (view.rarity[gram] ?? 0) / (view.norm[phrasing] ?? 1);
      if (entry === last) values[size - 1] = Math.max(values[size - 1] ?? 0, share);
      else {
        entries[size] = entry;
        values[size++] = share;
        last = entry;
      }
    }
    starts[gram + 1] = size;
  }
  return { starts, entries: entries.slice(0, size), values: values.slice(0, size) };
}

/** With few phrasings an entry there is too little to learn from: measured, learning then only makes it worse. */
export function isWorthLearning(phrasingsPerEntry: number): boolean {
  return phrasingsPerEntry >= PHRASINGS_LEAST;
}

/** A small generator with a fixed seed: the same base always learns the same impacts. */
function createDice(): () => number {
  let state = 20_190_515;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Learns on one phrasing after another; keeps its scratch space between them. */
function createLearner(corpus: Corpus, view: GramView, impacts: Impacts, dice: () => number) {
  const scores = new Float32Array(corpus.entries.length);
  const touched = new Int32Array(corpus.entries.length);
  const kept = new Int32Array(KEPT_MOST);
  let keptCount = 0;
  let touchedCount = 0;

  /** Hides about half the phrasing's grams, so that none is leaned on alone. Returns the norm of those kept. */
  function keepSome(phrasing: number): number {
    let squares = 0;
    keptCount = 0;
    for (let at = view.starts[phrasing] ?? 0; at < (view.starts[phrasing + 1] ?? 0) && keptCount < KEPT_MOST; at++) {
      if (dice() < DROPPED) continue;
      const gram = view.grams[at] ?? 0;
      kept[keptCount++] = gram;
      squares += (view.rarity[gram] ?? 0) ** 2;
    }
    return Math.sqrt(squares);
  }

  function scoreEntries(norm: number): void {
    touchedCount = 0;
    for (let k = 0; k < keptCount; k++) {
      const gram = kept[k] ?? 0;
      const weight = (view.rarity[gram] ?? 0) / norm;
      const end = impacts.starts[gram + 1] ?? 0;
      for (let at = impacts.starts[gram] ?? 0; at < end; at++) {
        const entry = impacts.entries[at] ?? 0;
        if (scores[entry] === 0) touched[touchedCount++] = entry;
        scores[entry] = (scores[entry] ?? 0) + weight * (impacts.values[at] ?? 0) + TRACE;
      }
    }
  }

  /** Turns scores into errors: the probability given, minus 1 for the right entry. Negligible ones become 0. */
  function judgeEntries(right: number): void {
    let top = 0;
    let sum = 0;
    for (let k = 0; k < touchedCount; k++) top = Math.max(top, scores[touched[k] ?? 0] ?? 0);
    for (let k = 0; k < touchedCount; k++) {
      const entry = touched[k] ?? 0;
      const value = Math.exp(SHARPNESS * ((scores[entry] ?? 0) - top));
      scores[entry] = value;
      sum += value;
    }
    for (let k = 0; k < touchedCount; k++) {
      const entry = touched[k] ?? 0;
      const error = (scores[entry] ?? 0) / sum - (entry === right ? 1 : 0);
      scores[entry] = Math.abs(error) < NEGLIGIBLE ? 0 : error;
    }
  }

  function stepAgainstErrors(rate: number, norm: number): void {
    for (let k = 0; k < keptCount; k++) {
      const gram = kept[k] ?? 0;
      const step = (rate * (view.rarity[gram] ?? 0)) / norm;
      const end = impacts.starts[gram + 1] ?? 0;
      for (let at = impacts.starts[gram] ?? 0; at < end; at++) {
        const error = scores[impacts.entries[at] ?? 0] ?? 0;
        if (error !== 0) impacts.values[at] = (impacts.values[at] ?? 0) - step * error;
      }
    }
    for (let k = 0; k < touchedCount; k++) scores[touched[k] ?? 0] = 0;
  }

  return (phrasing: number, rate: number): void => {
    const norm = keepSome(phrasing);
    if (keptCount === 0) return;
    scoreEntries(norm);
    judgeEntries(corpus.entryOf[phrasing] ?? 0);
    stepAgainstErrors(rate, norm);
  };
}

function shuffle(order: Int32Array, dice: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(dice() * (at + 1));
    const swap = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = swap;
  }
}

/** Impacts for every gram of a view. `onEpoch` hears the share done, from 0 to 1. Deterministic. */
export function learnImpacts(corpus: Corpus, view: GramView, onEpoch: (share: number) => void): Impacts {
  const impacts = layOut(corpus, view);
  const perEntry = corpus.texts.length / Math.max(1, corpus.entries.length);
  if (!isWorthLearning(perEntry)) return impacts;
  let visits = 0;
  for (const gram of view.grams) visits += (impacts.starts[gram + 1] ?? 0) - (impacts.starts[gram] ?? 0);
  const epochs = Math.min(EPOCHS, Math.floor(VISITS / Math.max(1, visits)));
  const rateAtFirst = Math.min(RATE_MOST, RATE_PER_PHRASING * perEntry);
  const dice = createDice();
  const learn = createLearner(corpus, view, impacts, dice);
  const order = Int32Array.from(corpus.texts, (_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = rateAtFirst * (1 - epoch / epochs);
    shuffle(order, dice);
    for (const phrasing of order) learn(phrasing, rate);
    onEpoch((epoch + 1) / epochs);
  }
  return impacts;
}

/** Adds each entry's score for a query into `scores`, and returns how many entries were touched (listed in `touched`). */
export function addImpacts(
  impacts: Impacts,
  view: GramView,
  query: QueryGrams,
  budget: number,
  scores: Float32Array,
  touched: Int32Array,
): number {
  let count = 0;
  let left = budget;
  const size = (gram: number) => (impacts.starts[gram + 1] ?? 0) - (impacts.starts[gram] ?? 0);
  for (const gram of query.grams.toSorted((a, b) => size(a) - size(b))) {
    left -= size(gram);
    if (left < 0) break;
    const weight = (view.rarity[gram] ?? 0) / query.norm;
    const end = impacts.starts[gram + 1] ?? 0;
    for (let at = impacts.starts[gram] ?? 0; at < end; at++) {
      const entry = impacts.entries[at] ?? 0;
      if (scores[entry] === 0) touched[count++] = entry;
      scores[entry] = (scores[entry] ?? 0) + weight * (impacts.values[at] ?? 0) + TRACE;
    }
  }
  return count;
}
