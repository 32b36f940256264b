import type { Corpus } from './corpus.ts';
import { type GramView, layOutView } from './gram-view.ts';
import { createNumbers } from './numbers.ts';
import { VIEW_NAMES, type ViewName } from './views.ts';

/** Copies the stretches of the phrasings that stay: where each begins, and what they hold. */
function keepStretches(starts: Int32Array, values: Int32Array, kept: Int32Array) {
  const keptStarts = new Int32Array(kept.length + 1);
  for (const [place, phrasing] of kept.entries())
    keptStarts[place + 1] = (keptStarts[place] ?? 0) + (starts[phrasing + 1] ?? 0) - (starts[phrasing] ?? 0);
  const keptValues = new Int32Array(keptStarts[kept.length] ?? 0);
  for (const [place, phrasing] of kept.entries())
    keptValues.set(values.subarray(starts[phrasing], starts[phrasing + 1]), keptStarts[place]);
  return { starts: keptStarts, values: keptValues };
}

function dropFromView(view: GramView, kept: Int32Array, entryOf: Int32Array, entryCount: number): GramView {
  const { starts, values: grams } = keepStretches(view.starts, view.grams, kept);
  const entryHolds = new Int32Array(view.idOf.size);
  const lastEntry = new Int32Array(view.idOf.size).fill(-1);
  for (const [place, entry] of entryOf.entries()) {
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
      const gram = grams[at] ?? 0;
      if (lastEntry[gram] === entry) continue;
      lastEntry[gram] = entry;
      entryHolds[gram] = (entryHolds[gram] ?? 0) + 1;
    }
  }
  return layOutView({ idOf: view.idOf, entryCount, entryHolds, starts, grams });
}

/**
 * The corpus without some phrasings, made from what was read: a third of the time of reading the rest again. Grams that only
 * those held keep their ids, as rare as one nobody holds.
 */
export function dropPhrasings(corpus: Corpus, isDropped: (phrasing: number) => boolean): Corpus {
  const numbers = createNumbers();
  for (let phrasing = 0; phrasing < corpus.texts.length; phrasing++) if (!isDropped(phrasing)) numbers.push(phrasing);
  const kept = numbers.take();
  const entryOf = kept.map((phrasing) => corpus.entryOf[phrasing] ?? 0);
  const firstOf = new Int32Array(corpus.entries.length + 1);
  for (const entry of entryOf) firstOf[entry + 1] = (firstOf[entry + 1] ?? 0) + 1;
  for (let entry = 0; entry < corpus.entries.length; entry++)
    firstOf[entry + 1] = (firstOf[entry + 1] ?? 0) + (firstOf[entry] ?? 0);
  const { starts: unitStarts, values: units } = keepStretches(corpus.unitStarts, corpus.units, kept);
  const views = Object.fromEntries(
    VIEW_NAMES.map((name) => [name, dropFromView(corpus.views[name], kept, entryOf, corpus.entries.length)]),
  ) as Record<ViewName, GramView>;
  const texts = Array.from(kept, (phrasing) => corpus.texts[phrasing] ?? '');
  return { ...corpus, texts, entryOf, firstOf, views, units, unitStarts };
}
