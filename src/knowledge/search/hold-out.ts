import { type Corpus, readCorpus } from './corpus.ts';
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

/**
 * Asks phrasings of an index learned without them, which is as close as a base by itself comes to what people will ask.
 * Leaving them out of the comparison alone would not do: what was learned from them would still speak for them.
 */
export function tryHeldOut(entries: readonly SearchEntry[], prepare: Corpus['prepare']): Trial[] {
  const held: { text: string; entry: number }[] = [];
  let seen = 0;
  const kept = entries.map((entry, at) => ({
    id: entry.id,
    phrasings: entry.phrasings.filter((text, place) => {
      // An entry keeps its first phrasings: it must still be there to be found.
      if (place < 2) return true;
      seen += 1;
      if (seen % EVERY !== 0) return true;
      held.push({ text, entry: at });
      return false;
    }),
  }));
  const corpus = readCorpus(kept, prepare, () => {});
  const rank = createRanker(
    corpus,
    learnImpacts(corpus, corpus.views.pairs, () => {}),
  );
  const step = Math.max(1, held.length / TRIALS_MOST);
  const trials: Trial[] = [];
  for (let at = 0; at < held.length; at += step) {
    const trial = held[Math.floor(at)];
    if (trial) trials.push({ entry: trial.entry, ranked: rank(readQuery(corpus, prepare(trial.text)), -1) });
  }
  return trials;
}
