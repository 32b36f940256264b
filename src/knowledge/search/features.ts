import { commonSubsequence } from './common-subsequence.ts';
import type { Corpus } from './corpus.ts';
import { Marks } from './marks.ts';
import type { Query } from './query.ts';

/**
 * What is compared between a question and an entry. All but `size` and `apart` lie between about 0 and 1, an entry counting as its best phrasing
 * unless said otherwise; `size` and `apart` speak against.
 */
export const FEATURES = [
  /** BM25 over folded words, as a share of the question's own weight. */
  'words',
  /** Cosine over sounds. */
  'soundsCosine',
  /** Weight in common, as a share of both texts together; for words also the mean over all phrasings. */
  'wordsOverlap',
  'lettersOverlap',
  'meanOverlap',
  /** Share of the question's weight that all phrasings of the entry cover together. */
  'covered',
  /** Longest common subsequence of characters (words in English). */
  'order',
  /** Mean of the best phrasings: an entry that agrees more than once is surer. */
  'seconded',
  /** The learned impacts. */
  'impact',
  /** Logarithm of how many phrasings the entry has: the best of many is better by chance. */
  'size',
  /** From the second look, see `focus.ts`. */
  'focusWords',
  'focusLetters',
  'focusKinds',
  'focusCovered',
  'kindsCovered',
  'evenWords',
  'evenKinds',
  'apart',
] as const;
export type Feature = (typeof FEATURES)[number];

/** Place of each feature in a list of values. */
export const AT = Object.fromEntries(FEATURES.map((feature, at) => [feature, at])) as Readonly<Record<Feature, number>>;

export interface Compared {
  /** In the order of FEATURES. */
  readonly values: Float64Array;
  /** Number of the phrasing that matched best. */
  readonly phrasing: number;
}

/** Compares one question with entries. `start` once per question, then `compare` per entry. */
export interface Comparer {
  readonly start: (query: Query) => void;
  /** `impact` is the entry's learned score; `without` a phrasing to leave out (-1 for none), for fitting on the base itself. */
  readonly compare: (entry: number, impact: number, without: number) => Compared;
}

export function createComparer(corpus: Corpus): Comparer {
  const { views } = corpus;
  const words = new Marks(views.words);
  const pairs = new Marks(views.pairs, true);
  const letters = new Marks(views.letters);
  const sounds = new Marks(views.sounds);
  let query: Query | undefined;

  return {
    start(next) {
      query = next;
      words.start(next.views.words);
      pairs.start(next.views.pairs);
      letters.start(next.views.letters);
      sounds.start(next.views.sounds);
    },
    compare(entry, impact, without) {
      if (query === undefined) throw new RangeError('compare before start');
      pairs.startCovering();
      const best = new Float64Array(FEATURES.length);
      let [top, second, third, phrasing] = [0, 0, 0, -1];
      let [overlaps, count] = [0, 0];
      let [bestWords, bestSounds, bestOverlap, bestLetters] = [0, 0, 0, 0];
      const end = corpus.firstOf[entry + 1] ?? 0;
      for (let candidate = corpus.firstOf[entry] ?? 0; candidate < end; candidate++) {
        if (candidate === without) continue;
        count++;
        words.match(candidate);
        pairs.matchCovering(candidate);
        sounds.match(candidate);
        if (!query.bySound) letters.match(candidate);
        const lettersOverlap = query.bySound ? sounds.overlap : letters.overlap;
        if (words.bm25 > bestWords) bestWords = words.bm25;
        if (sounds.cosine > bestSounds) bestSounds = sounds.cosine;
        if (words.overlap > bestOverlap) bestOverlap = words.overlap;
        if (lettersOverlap > bestLetters) bestLetters = lettersOverlap;
        overlaps += words.overlap;
        const strength = words.bm25 + pairs.bm25 + sounds.cosine;
        if (strength > top || phrasing < 0) {
          third = second;
          second = top;
          top = strength;
          phrasing = candidate;
        } else if (strength > second) {
          third = second;
          second = strength;
        } else if (strength > third) third = strength;
      }
      if (phrasing >= 0) {
        const other = corpus.units.subarray(corpus.unitStarts[phrasing], corpus.unitStarts[phrasing + 1]);
        const long = Math.max(1, query.unitIds.length + other.length);
        best[AT.order] = (2 * commonSubsequence(query.unitIds, other)) / long;
      }
      best[AT.words] = bestWords;
      best[AT.soundsCosine] = bestSounds;
      best[AT.wordsOverlap] = bestOverlap;
      best[AT.lettersOverlap] = bestLetters;
      best[AT.covered] = pairs.covered / query.views.pairs.mass;
      best[AT.meanOverlap] = overlaps / Math.max(1, count);
      best[AT.size] = Math.log(Math.max(1, count));
      best[AT.seconded] = (top + (second || top) + (third || second || top)) / 9;
      best[AT.impact] = impact;
      return { values: best, phrasing };
    },
  };
}
