import { createViewBuilder, type GramView } from './gram-view.ts';
import type { SearchEntry } from './index.ts';
import { createNumbers } from './numbers.ts';
import { readText, VIEW_NAMES, type ViewName } from './views.ts';

/** All phrasings of a base, read in every view. Phrasings are numbered through; those of one entry are neighbours. */
export interface Corpus {
  readonly entries: readonly SearchEntry[];
  readonly texts: readonly string[];
  readonly entryOf: Int32Array;
  /** Phrasings of entry e: `firstOf[e]` up to `firstOf[e + 1]`. */
  readonly firstOf: Int32Array;
  readonly views: Readonly<Record<ViewName, GramView>>;
  /** Characters (words in English) of the phrasings in order, as ids of the `letters` view, one phrasing after another. */
  readonly units: Int32Array;
  /** Units of phrasing p: from `unitStarts[p]` up to `unitStarts[p + 1]`. */
  readonly unitStarts: Int32Array;
  /** Turns raw text into the form the views were read from. */
  readonly prepare: (text: string) => string;
}

/** Reads every phrasing. `onPhrasing` is called with the count done so far. */
export function readCorpus(
  entries: readonly SearchEntry[],
  prepare: (text: string) => string,
  onPhrasing: (count: number) => void,
): Corpus {
  const builders = VIEW_NAMES.map((name) => ({ name, builder: createViewBuilder(entries.length) }));
  const texts: string[] = [];
  const entryOf: number[] = [];
  const firstOf = new Int32Array(entries.length + 1);
  const letters = builders.find(({ name }) => name === 'letters')?.builder;
  const units = createNumbers();
  const unitStarts = createNumbers();
  unitStarts.push(0);
  for (const [at, entry] of entries.entries()) {
    for (const text of entry.phrasings) {
      const reading = readText(prepare(text));
      for (const { name, builder } of builders) builder.add(at, reading.grams[name]);
      for (const unit of reading.units) units.push(letters?.idOf(unit) ?? -1);
      unitStarts.push(units.size());
      texts.push(text);
      entryOf.push(at);
      onPhrasing(texts.length);
    }
    firstOf[at + 1] = texts.length;
  }
  const views = Object.fromEntries(builders.map(({ name, builder }) => [name, builder.finish()])) as Record<
    ViewName,
    GramView
  >;
  return {
    entries,
    texts,
    entryOf: Int32Array.from(entryOf),
    firstOf,
    views,
    units: units.take(),
    unitStarts: unitStarts.take(),
    prepare,
  };
}
