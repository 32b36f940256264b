import type { Corpus } from './corpus.ts';
import type { GramView, QueryGrams } from './gram-view.ts';
import { addImpacts, type Impacts } from './impacts.ts';
import type { Query } from './query.ts';

/** Posting visits one question may spend in one view. Rare grams come first, so what is cut off is the common ones. */
const BUDGET = 20_000;
/** Entries taken from each view. */
const TAKEN = 24;

/** Picks the few entries worth comparing exactly; `impact` is each one's learned score. */
export type Retrieve = (
  query: Query,
  without: number,
) => readonly { readonly entry: number; readonly impact: number }[];

export function createRetriever(corpus: Corpus, impacts: Impacts): Retrieve {
  const entryScores = new Float32Array(corpus.entries.length);
  const entryTouched = new Int32Array(corpus.entries.length);
  const scores = new Float32Array(corpus.texts.length);
  const touched = new Int32Array(corpus.texts.length);

  function takeByView(view: GramView, query: QueryGrams, without: number, into: Set<number>): void {
    const size = (gram: number) => (view.holderStarts[gram + 1] ?? 0) - (view.holderStarts[gram] ?? 0);
    let count = 0;
    let left = BUDGET;
    for (const gram of query.grams.toSorted((a, b) => size(a) - size(b))) {
      left -= size(gram);
      if (left < 0 && count > 0) break;
      const weight = (view.rarity[gram] ?? 0) ** 2;
      const end = view.holderStarts[gram + 1] ?? 0;
      for (let at = view.holderStarts[gram] ?? 0; at < end; at++) {
        const phrasing = view.holders[at] ?? 0;
        if (scores[phrasing] === 0) touched[count++] = phrasing;
        scores[phrasing] = (scores[phrasing] ?? 0) + weight;
      }
    }
    const top = createTop(TAKEN);
    for (let at = 0; at < count; at++) {
      const phrasing = touched[at] ?? 0;
      if (phrasing !== without)
        top.offer(corpus.entryOf[phrasing] ?? 0, (scores[phrasing] ?? 0) / (view.norm[phrasing] ?? 1));
      scores[phrasing] = 0;
    }
    for (const entry of top.list()) into.add(entry);
  }

  return (query, without) => {
    const taken = new Set<number>();
    const count = addImpacts(impacts, corpus.views.pairs, query.views.pairs, BUDGET, entryScores, entryTouched);
    const top = createTop(TAKEN);
    for (let at = 0; at < count; at++) {
      const entry = entryTouched[at] ?? 0;
      top.offer(entry, entryScores[entry] ?? 0);
    }
    for (const entry of top.list()) taken.add(entry);
    takeByView(corpus.views.pairs, query.views.pairs, without, taken);
    takeByView(corpus.views.sounds, query.views.sounds, without, taken);
    const found = [...taken].map((entry) => ({ entry, impact: entryScores[entry] ?? 0 }));
    for (let at = 0; at < count; at++) entryScores[entryTouched[at] ?? 0] = 0;
    return found;
  };
}

/** Keeps the best few distinct entries offered. Ties go to the entry offered first. */
function createTop(size: number) {
  const entries: number[] = [];
  const scores: number[] = [];
  return {
    offer(entry: number, score: number): void {
      if (entries.length === size && score <= (scores[size - 1] ?? 0)) return;
      const known = entries.indexOf(entry);
      if (known >= 0) {
        if (score <= (scores[known] ?? 0)) return;
        entries.splice(known, 1);
        scores.splice(known, 1);
      }
      let at = scores.length;
      while (at > 0 && score > (scores[at - 1] ?? 0)) at--;
      entries.splice(at, 0, entry);
      scores.splice(at, 0, score);
      if (entries.length > size) {
        entries.pop();
        scores.pop();
      }
    },
    list: (): readonly number[] => entries,
  };
}
