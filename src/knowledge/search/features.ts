import { commonSubsequence } from './common-subsequence.ts';
import type { Corpus } from './corpus.ts';
import type { GramView } from './gram-view.ts';
import { Marks } from './marks.ts';
import type { Query } from './query.ts';

/**
 * What is compared between a question and an entry. All lie between about 0 and 1, an entry counting as its best phrasing
 * unless said otherwise; `missing` is the only one that speaks against.
 */
export const FEATURES = [
  /** BM25 over folded words, over words and pairs, over raw characters; each as a share of the question's own weight. */
  'words',
  'pairs',
  'letters',
  /** Cosine over words, over words and pairs, over sounds. */
  'wordsCosine',
  'pairsCosine',
  'soundsCosine',
  /** Weight in common, as a share of both texts together. */
  'wordsOverlap',
  'lettersOverlap',
  /** Share of the phrasing's weight the question covers. */
  'phrasingCovered',
  /** Share of the question's weight that all phrasings of the entry cover together, plain and as a cosine. */
  'covered',
  'unionCosine',
  /** Longest common subsequence of words. */
  'order',
  /** Mean of the two best phrasings: an entry that agrees twice is surer. */
  'seconded',
  /** The learned impacts. */
  'impact',
  /** Rarity of the rarest word of the question that no phrasing of the entry has. */
  'missing',
  /** Words in common as a share of both texts, every word counting the same: a common word may turn the question. */
  'evenOverlap',
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
  const pairs = new Marks(views.pairs);
  const letters = new Marks(views.letters);
  const sounds = new Marks(views.sounds);
  const seenPair = new Int32Array(views.pairs.idOf.size);
  const share = new Float32Array(views.pairs.idOf.size);
  const seenWord = new Int32Array(views.words.idOf.size);
  let round = 0;
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
      round++;
      const best = new Float64Array(FEATURES.length);
      let [top, second, third, phrasing] = [0, 0, 0, -1];
      let [covered, union] = [0, 0];
      const raise = (at: number, value: number) => {
        if (value > (best[at] ?? 0)) best[at] = value;
      };
      const end = corpus.firstOf[entry + 1] ?? 0;
      for (let candidate = corpus.firstOf[entry] ?? 0; candidate < end; candidate++) {
        if (candidate === without) continue;
        const norm = views.pairs.norm[candidate] ?? 1;
        const inWords = words.match(candidate, (gram) => {
          seenWord[gram] = round;
        });
        const inPairs = pairs.match(candidate, (gram) => {
          const rarity = views.pairs.rarity[gram] ?? 0;
          if (seenPair[gram] !== round) {
            seenPair[gram] = round;
            share[gram] = 0;
            covered += rarity;
          }
          const value = rarity / norm;
          const before = share[gram] ?? 0;
          if (value > before) {
            union += (value - before) * rarity;
            share[gram] = value;
          }
        });
        const inLetters = letters.match(candidate);
        const inSounds = sounds.match(candidate);
        raise(AT.words, inWords.bm25);
        raise(AT.pairs, inPairs.bm25);
        raise(AT.letters, inLetters.bm25);
        raise(AT.wordsCosine, inWords.cosine);
        raise(AT.pairsCosine, inPairs.cosine);
        raise(AT.soundsCosine, inSounds.cosine);
        raise(AT.wordsOverlap, inWords.overlap);
        raise(AT.lettersOverlap, inLetters.overlap);
        raise(AT.phrasingCovered, inWords.phrasingCovered);
        raise(AT.evenOverlap, inWords.evenOverlap);
        const strength = inWords.bm25 + inPairs.bm25 + inSounds.cosine;
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
        const other = corpus.wordsOf[phrasing] ?? new Int32Array(0);
        const long = Math.max(1, query.wordIds.length + other.length);
        best[AT.order] = (2 * commonSubsequence(query.wordIds, other)) / long;
      }
      best[AT.covered] = covered / query.views.pairs.mass;
      best[AT.unionCosine] = union / query.views.pairs.norm;
      best[AT.seconded] = (top + (second || top) + (third || second || top)) / 9;
      best[AT.impact] = impact;
      best[AT.missing] = rarestMissing(query, views.words, seenWord, round);
      return { values: best, phrasing };
    },
  };
}

function rarestMissing(query: Query, view: GramView, seen: Int32Array, round: number): number {
  if (query.views.words.unknown > 0) return 1;
  let rarest = 0;
  for (const gram of query.views.words.grams) {
    if (seen[gram] !== round) rarest = Math.max(rarest, view.rarity[gram] ?? 0);
  }
  return rarest / view.rarityUnknown;
}
