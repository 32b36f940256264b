import type { Corpus } from './corpus.ts';
import type { GramView, QueryGrams } from './gram-view.ts';
import type { Query } from './query.ts';

/** What the second look adds; shares from 0 to 1 unless said otherwise, a candidate counting as its best phrasing unless said otherwise. */
export interface Focus {
  /** Words, letters and kinds of words in common, as a share of both texts. */
  readonly words: number;
  readonly letters: number;
  readonly kinds: number;
  /** Share of the question's words, and of its kinds of words, that all phrasings of the candidate cover together. */
  readonly wordsCovered: number;
  readonly kindsCovered: number;
  /** Words and kinds in common, every one counting the same: a common word (how to get it, what it costs) may turn a question. */
  readonly evenWords: number;
  readonly evenKinds: number;
  /** How many words one of question and phrasing has and the other lacks, at the least. */
  readonly apart: number;
}

/**
 * A second look at the best candidates, in which a gram weighs by how few of *them* have it. What all of them speak of (the
 * social security card) tells nothing any more; what parts them (lost, replaced, cancelled) decides.
 * `without` is the number of a phrasing to leave out, or -1.
 */
export type LookAgain = (query: Query, entries: readonly number[], without: number) => readonly Focus[];

/** Texts further apart than this many words are simply far apart. */
const APART_MOST = 12;

interface Shared {
  readonly overlap: number;
  readonly covered: number;
  readonly even: number;
  readonly apart: number;
}

/** One view looked at again; keeps its scratch space between questions. */
function createAgain(corpus: Corpus, view: GramView) {
  const holds = new Int32Array(view.idOf.size);
  const seenBy = new Int32Array(view.idOf.size);
  const asked = new Int32Array(view.idOf.size);
  const touched: number[] = [];
  let stamp = 0;

  /** Counts how many of the candidates hold each gram. */
  function count(entries: readonly number[], without: number): void {
    for (const gram of touched) holds[gram] = 0;
    touched.length = 0;
    for (const entry of entries) {
      stamp++;
      const end = corpus.firstOf[entry + 1] ?? 0;
      for (let phrasing = corpus.firstOf[entry] ?? 0; phrasing < end; phrasing++) {
        if (phrasing === without) continue;
        const last = view.starts[phrasing + 1] ?? 0;
        for (let at = view.starts[phrasing] ?? 0; at < last; at++) {
          const gram = view.grams[at] ?? 0;
          if (seenBy[gram] === stamp) continue;
          seenBy[gram] = stamp;
          if (holds[gram] === 0) touched.push(gram);
          holds[gram] = (holds[gram] ?? 0) + 1;
        }
      }
    }
  }

  return (query: QueryGrams, entries: readonly number[], without: number): readonly Shared[] => {
    count(entries, without);
    const weigh = (held: number) => Math.log(1 + entries.length / (held + 0.5));
    const weights = Float64Array.from({ length: entries.length + 1 }, (_, held) => weigh(held));
    stamp++;
    const question = stamp;
    let whole = query.unknown * weigh(0);
    for (const gram of query.grams) {
      asked[gram] = question;
      whole += weights[holds[gram] ?? 0] ?? 0;
    }
    const length = query.grams.length + query.unknown;
    return entries.map((entry) => {
      stamp++;
      let [covered, overlap, even, apart] = [0, 0, 0, Number.POSITIVE_INFINITY];
      const end = corpus.firstOf[entry + 1] ?? 0;
      for (let phrasing = corpus.firstOf[entry] ?? 0; phrasing < end; phrasing++) {
        const first = view.starts[phrasing] ?? 0;
        const last = view.starts[phrasing + 1] ?? 0;
        if (phrasing === without || last === first) continue;
        let [shared, mass, sharedCount] = [0, 0, 0];
        for (let at = first; at < last; at++) {
          const gram = view.grams[at] ?? 0;
          const weight = weights[holds[gram] ?? 0] ?? 0;
          mass += weight;
          if (asked[gram] !== question) continue;
          shared += weight;
          sharedCount++;
          if (seenBy[gram] === stamp) continue;
          seenBy[gram] = stamp;
          covered += weight;
        }
        const sizes = length + last - first;
        overlap = Math.max(overlap, (2 * shared) / Math.max(Number.EPSILON, whole + mass));
        even = Math.max(even, (2 * sharedCount) / sizes);
        apart = Math.min(apart, sizes - 2 * sharedCount);
      }
      return { overlap, covered: covered / Math.max(Number.EPSILON, whole), even, apart: Math.min(apart, APART_MOST) };
    });
  };
}

export function createFocus(corpus: Corpus): LookAgain {
  const lookAtWords = createAgain(corpus, corpus.views.words);
  const lookAtLetters = createAgain(corpus, corpus.views.letters);
  const lookAtSounds = createAgain(corpus, corpus.views.sounds);
  const lookAtKinds = createAgain(corpus, corpus.views.kinds);
  return (query, entries, without) => {
    const words = lookAtWords(query.views.words, entries, without);
    const letters = query.bySound
      ? lookAtSounds(query.views.sounds, entries, without)
      : lookAtLetters(query.views.letters, entries, without);
    const kinds = lookAtKinds(query.views.kinds, entries, without);
    return entries.map((_, at) => ({
      words: words[at]?.overlap ?? 0,
      letters: letters[at]?.overlap ?? 0,
      kinds: kinds[at]?.overlap ?? 0,
      wordsCovered: words[at]?.covered ?? 0,
      kindsCovered: kinds[at]?.covered ?? 0,
      evenWords: words[at]?.even ?? 0,
      evenKinds: kinds[at]?.even ?? 0,
      apart: words[at]?.apart ?? APART_MOST,
    }));
  };
}
