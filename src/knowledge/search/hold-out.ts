import { type Corpus, readCorpus } from './corpus.ts';
import { dropPhrasings } from './drop-phrasings.ts';
import { learnImpacts } from './impacts.ts';
import type { SearchEntry } from './index.ts';
import { readQuery } from './query.ts';
import { createRanker, type Ranked } from './rank.ts';

/** Every so many phrasings one is set aside. */
const EVERY = 6;
/** Setting aside takes the learning twice; more trials than this add nothing to a fit of four weights. */
const TRIALS_MOST = 700;

/** A phrasing asked of an index that never saw it, and the entry it belongs to. */
export interface Trial {
  readonly entry: number;
  readonly ranked: readonly Ranked[];
}

/** A trial and the words it was asked in. */
export interface AskedTrial extends Trial {
  readonly text: string;
  /** Texts of the phrasings the candidates were found by. */
  readonly texts: readonly string[];
}

/**
 * Asks phrasings of an index learned without them, which is as close as a base by itself comes to what people will ask.
 * Leaving them out of the comparison alone would not do: what was learned from them would still speak for them.
 */
export function tryHeldOut(entries: readonly SearchEntry[], prepare: Corpus['prepare']): Trial[] {
  let seen = 0;
  // An entry keeps its first phrasings: it must still be there to be found.
  const isHeld = (place: number) => place >= 2 && ++seen % EVERY === 0;
  return [...askHeld(entries, prepare, isHeld, TRIALS_MOST)];
}

/**
 * The same of a base too large to be read again: the phrasings are taken out of what was read. Its sums are rounded in
 * another order, so that smaller bases keep to reading anew.
 */
export function tryDropped(corpus: Corpus): Trial[] {
  let seen = 0;
  const held = Array.from(corpus.texts, (_, phrasing) => phrasing).filter((phrasing) => {
    const place = phrasing - (corpus.firstOf[corpus.entryOf[phrasing] ?? 0] ?? 0);
    return place >= 2 && ++seen % EVERY === 0;
  });
  const dropped = new Set(held);
  const rest = dropPhrasings(corpus, (phrasing) => dropped.has(phrasing));
  const rank = createRanker(
    rest,
    learnImpacts(rest, rest.views.pairs, () => {}),
  );
  const step = Math.max(1, held.length / TRIALS_MOST);
  return Array.from({ length: Math.ceil(held.length / step) }, (_, at) => held[Math.floor(at * step)] ?? 0).map(
    (phrasing) => ({
      entry: corpus.entryOf[phrasing] ?? 0,
      ranked: rank(readQuery(rest, corpus.prepare(corpus.texts[phrasing] ?? '')), -1),
    }),
  );
}

/** Holds out the phrasings `isHeld` names by their place in the entry, and asks at most `most` of them, evenly chosen. */
export function* askHeld(
  entries: readonly SearchEntry[],
  prepare: Corpus['prepare'],
  isHeld: (place: number, entry: SearchEntry) => boolean,
  most: number,
): Generator<AskedTrial> {
  const held: { text: string; entry: number }[] = [];
  const kept = entries.map((entry, at) => ({
    id: entry.id,
    phrasings: entry.phrasings.filter((text, place) => {
      if (!isHeld(place, entry)) return true;
      held.push({ text, entry: at });
      return false;
    }),
  }));
  const corpus = readCorpus(kept, prepare, () => {});
  const rank = createRanker(
    corpus,
    learnImpacts(corpus, corpus.views.pairs, () => {}),
  );
  const step = Math.max(1, held.length / most);
  for (let at = 0; at < held.length; at += step) {
    const trial = held[Math.floor(at)];
    if (trial) yield { ...trial, ranked: rank(readQuery(corpus, prepare(trial.text)), -1), texts: corpus.texts };
  }
}
