import type { Corpus } from './corpus.ts';
import { lookUpGrams, type QueryGrams } from './gram-view.ts';
import { readText, VIEW_NAMES, type ViewName } from './views.ts';

/** A question, read in every view and looked up in one corpus. */
export interface Query {
  readonly text: string;
  readonly words: readonly string[];
  readonly wordIds: Int32Array;
  readonly views: Readonly<Record<ViewName, QueryGrams>>;
}

/** Reads text that is already prepared (normalised, synonyms folded). */
export function readQuery(corpus: Corpus, text: string): Query {
  const reading = readText(text);
  return {
    text,
    words: reading.words,
    wordIds: Int32Array.from(reading.words, (word) => corpus.views.words.idOf.get(word) ?? -2),
    views: Object.fromEntries(
      VIEW_NAMES.map((name) => [name, lookUpGrams(corpus.views[name], reading.grams[name])]),
    ) as Record<ViewName, QueryGrams>,
  };
}
