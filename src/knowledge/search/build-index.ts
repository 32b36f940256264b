import { type Calibration, findRival, fitCalibration, judge, readSigns, tryLeftOut } from './calibrate.ts';
import { type Corpus, readCorpus } from './corpus.ts';
import { FEATURES } from './features.ts';
import { askTests, fitThresholds, isEnoughTests, judgeTrials, type Thresholds } from './fit-thresholds.ts';
import { createHearing, mendSounds } from './hearing.ts';
import { tryDropped, tryHeldOut } from './hold-out.ts';
import { isWorthLearning, learnImpacts } from './impacts.ts';
import type { Candidate, Explanation, SearchEntry, SearchIndex } from './index.ts';
import { type Learned, openCorpus, packCorpus } from './learned.ts';
import { normalise } from './normalise.ts';
import { type Query, readQuery } from './query.ts';
import { createRanker, type Rank, type Ranked } from './rank.ts';
import { createSynonyms } from './synonyms.ts';

export interface BuildOptions {
  /** Groups of words meaning the same; the first is the one the rest fold into. */
  readonly synonyms?: readonly (readonly string[])[];
  /** Called now and then with the share done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** How the time of building is shared, roughly: reading, learning, fitting. */
const READING = 0.6;
const LEARNING = 0.3;
const PROGRESS_EVERY = 1000;
/** Phrasings from which on a base is not read twice. */
const LARGE = 50_000;

/**
 * Reads every phrasing of every entry in four views, learns how strongly each word speaks for each entry, and fits the
 * probability by leaving phrasings out. Deterministic: the same entries come to the same.
 */
export function learnIndex(entries: readonly SearchEntry[], options: BuildOptions = {}): Learned {
  const { synonyms = [], onProgress = () => {} } = options;
  const prepare = createPreparation(synonyms);
  const total = entries.reduce((sum, entry) => sum + entry.phrasings.length, 0);
  const read = readCorpus(entries, prepare, (count) => {
    if (count % PROGRESS_EVERY === 0) onProgress((READING * count) / total);
  });
  const impacts = learnImpacts(read, read.views.pairs, (share) => onProgress(READING + LEARNING * share));
  const rank = createRanker(read, impacts);
  const isLearned = isWorthLearning(read.texts.length / Math.max(1, entries.length));
  const trials = !isLearned ? tryLeftOut(read, rank) : total > LARGE ? tryDropped(read) : tryHeldOut(entries, prepare);
  const calibration = fitCalibration(trials, isLearned ? 'score' : 'plain');
  const thresholds = isEnoughTests(entries)
    ? fitThresholds(judgeTrials(askTests(read, rank), entries, calibration), 'tests')
    : fitThresholds(judgeTrials(trials, entries, calibration), 'phrasings');
  onProgress(1);
  const { prepare: _, ...corpus } = read;
  return { corpus: packCorpus(corpus), impacts, calibration, thresholds };
}

/** An index over what was learned; `synonyms` must be those it was learned with. */
export function openIndex(learned: Learned, synonyms: BuildOptions['synonyms'] = []): SearchIndex {
  const corpus = openCorpus(learned.corpus, createPreparation(synonyms));
  return createIndex(corpus, createRanker(corpus, learned.impacts), learned);
}

/** Index over every phrasing of every entry. */
export function buildIndex(entries: readonly SearchEntry[], options: BuildOptions = {}): SearchIndex {
  return openIndex(learnIndex(entries, options), options.synonyms);
}

/** How text is made comparable: normalised, then the authority's own words folded. */
export function createPreparation(synonyms: readonly (readonly string[])[]): Corpus['prepare'] {
  const fold = createSynonyms(synonyms);
  return (text) => fold(normalise(text));
}

/** Longer text is a story typed with care; mending it costs more than it gives. */
const MENDED_MOST = 120;
/** A mended reading must win by this much of the score, so that what was typed stands in doubt. */
const GAIN_LEAST = 0.2;

/** A slip of the input method spoils a character or two; text that must be bent further is about something else. */
const MENDED_SHARE = 1 / 2;

/** Share of the Chinese characters that mending changed. */
function countMended(text: string, mended: string): number {
  const before = Array.from(text).filter((character) => HAN.test(character));
  const after = Array.from(mended).filter((character) => HAN.test(character));
  const changed = before.filter((character, at) => character !== after[at]).length;
  return changed / Math.max(1, before.length);
}

const IN_MIND_MOST = 16;
const PINYIN = /^[a-z ü0-9\p{P}]+$/u;
const HAN = /\p{Script=Han}/u;

interface Reading {
  readonly query: Query;
  readonly ranked: readonly Ranked[];
}

/** The reading that was followed, the text as it came, and all readings that were tried. */
interface Heard extends Reading {
  readonly text: string;
  readonly readings: readonly string[];
}

function createIndex(
  corpus: Corpus,
  rank: Rank,
  { calibration, thresholds }: { readonly calibration: Calibration; readonly thresholds: Thresholds },
): SearchIndex {
  const hearing = createHearing(corpus.views.letters);
  const follow = (text: string, bySound: boolean): Reading => {
    const query = readQuery(corpus, text, bySound);
    return { query, ranked: rank(query, -1) };
  };
  const hear = (raw: string): Heard => {
    const text = corpus.prepare(raw);
    const isPinyin = PINYIN.test(text) && !HAN.test(text);
    let best = follow(text, false);
    const readings = [text];
    // Text in pinyin is listened to twice: the second time for the words of what the first time brought to mind.
    for (let round = 0; round < (isPinyin ? 2 : 1); round++) {
      const inMind =
        round === 0
          ? hearing
          : createHearing(
              corpus.views.letters,
              best.ranked.slice(0, IN_MIND_MOST).map(({ phrasing }) => phrasing),
            );
      const mended = mendSounds(inMind, text.slice(0, MENDED_MOST));
      if (mended === undefined || (!isPinyin && countMended(text, mended) > MENDED_SHARE)) break;
      // Prepared again: what was pinyin a moment ago may now hold a synonym.
      const other = follow(corpus.prepare(mended), isPinyin);
      readings.push(mended);
      if ((other.ranked[0]?.score ?? 0) > (best.ranked[0]?.score ?? 0) + (round === 0 ? GAIN_LEAST : 0)) best = other;
    }
    return { ...best, text, readings };
  };
  /** Candidates as callers see them. A lower one never looks surer than a higher one. */
  const present = (ranked: readonly Ranked[], count: number): Candidate[] => {
    let ceiling = 1;
    return ranked.slice(0, count).map((one) => {
      ceiling = Math.min(
        ceiling,
        judge(calibration, readSigns(one, findRival(ranked, one, calibration.by), calibration.by)),
      );
      return {
        id: corpus.entries[one.entry]?.id ?? '',
        probability: ceiling,
        score: one.score,
        phrasing: corpus.texts[one.phrasing] ?? '',
      };
    });
  };

  return {
    thresholds,
    search(raw, limit = 5) {
      const { ranked } = hear(raw);
      return present(ranked, limit);
    },
    explain(raw, limit = 3): Explanation {
      const { query, ranked, readings } = hear(raw);
      const candidates = present(ranked, Math.max(2, limit)).map((candidate, at) => ({
        ...candidate,
        score: ranked[at]?.score ?? 0,
        features: Object.fromEntries(FEATURES.map((feature, value) => [feature, ranked[at]?.values[value] ?? 0])),
      }));
      return {
        heard: query.text,
        readings,
        words: query.words,
        unknown: query.words.filter((word) => !corpus.views.words.idOf.has(word)),
        candidates: candidates.slice(0, limit),
        margin: (candidates[0]?.probability ?? 0) - (candidates[1]?.probability ?? 0),
      };
    },
  };
}
