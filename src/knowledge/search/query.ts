import type { Corpus } from './corpus.ts';
import { lookUpGrams, type QueryGrams } from './gram-view.ts';
import { readText, VIEW_NAMES, type ViewName } from './views.ts';

/** A question, read in every view and looked up in one corpus. */
export interface Query {
  readonly text: string;
  /** Its characters were made out from pinyin, so that their sounds are surer than they are. */
  readonly bySound: boolean;
  readonly words: readonly string[];
  /** Characters (words in English) in order; -2 for one no phrasing has. */
  readonly unitIds: Int32Array;
  readonly views: Readonly<Record<ViewName, QueryGrams>>;
}

/** Reads text that is already prepared (normalised, synonyms folded). */
export function readQuery(corpus: Corpus, text: string, bySound = false): Query {
  const reading = readText(text);
  return {
    text,
    bySound,
    words: reading.words,
    unitIds: Int32Array.from(reading.units, (unit) => corpus.views.letters.idOf.get(unit) ?? -2),
    views: Object.fromEntries(
      VIEW_NAMES.map((name) => [name, lookUpGrams(corpus.views[name], reading.grams[name])]),
    ) as Record<ViewName, QueryGrams>,
  };
}
