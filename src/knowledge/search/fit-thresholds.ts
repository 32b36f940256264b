import { type Calibration, judgeFirst } from './calibrate.ts';
import type { Corpus } from './corpus.ts';
import type { Trial } from './hold-out.ts';
import type { SearchEntry } from './index.ts';
import { readQuery } from './query.ts';
import type { Rank, Ranked } from './rank.ts';

/** From which probability on an entry is told as the answer, and from which on it is offered. */
export interface Thresholds {
  readonly answer: number;
  readonly offer: number;
  /** Share of wrong answers among those given at `answer` in the trials, those without their entry included. */
  readonly wrong: number;
  /** Share of the questions answered rightly at `answer`. */
  readonly coverage: number;
  /** How many questions it was fitted on; 0 when there were too few and the shipped thresholds stand in. */
  readonly asked: number;
  /** Questions written apart from the phrasings (`tests` of an entry), or phrasings held out. */
  readonly by: 'tests' | 'phrasings';
}

/** At most so much of the answers given may be wrong. */
const WRONG_MOST = 0.03;
/** Share of questions that nothing in the base answers, as a desk meets them. */
const UNANSWERABLE = 0.1;
/** Share of the answerable questions that may meet with neither answer nor offer. */
const UNHEARD_MOST = 0.005;
const ASKED_LEAST = 60;
const TESTS_MOST = 600;
const OFFERED = 3;
/**
 * Floors and ceilings. No luck of a small fit makes the desk answer a guess; and phrasings, which are written to differ from one
 * another, are harder than questions people ask, so that what they ask for is kept from silencing the desk.
 */
const ANSWER_LEAST = 0.3;
const ANSWER_MOST = 0.6;
const OFFER_LEAST = 0.05;
const OFFER_MOST = 0.08;
const SHIPPED: Thresholds = { answer: 0.4, offer: 0.08, wrong: 0, coverage: 0, asked: 0, by: 'phrasings' };

/** How one question went. */
export interface Sure {
  /** Probability of the first entry found. */
  readonly probability: number;
  readonly right: boolean;
  /** Whether the right entry is among those that would be offered. */
  readonly offered: boolean;
  /** Probability of the first when the right entry is taken away: wrong by construction. */
  readonly without: number;
}

/** The kind an id carries: `answer` of `answer/fees`. Whether a matter or an answer is meant, more than the index decides. */
function kindOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}

/** Judges trials against entries of the same kind. */
export function judgeTrials(
  trials: readonly Trial[],
  entries: readonly SearchEntry[],
  calibration: Calibration,
): readonly Sure[] {
  return trials
    .filter(({ entry }) => entry >= 0)
    .map(({ entry, ranked }) => {
      const kind = kindOf(entries[entry]?.id ?? '');
      const ofKind = ranked.filter((each) => kindOf(entries[each.entry]?.id ?? '') === kind);
      const others = ofKind.filter((each) => each.entry !== entry);
      const isRight = (each: Ranked | undefined) => each?.entry === entry;
      return {
        probability: judgeFirst(calibration, ofKind),
        right: isRight(ofKind[0]),
        offered: ofKind.slice(0, OFFERED).some(isRight),
        without: judgeFirst(calibration, others),
      };
    });
}

/** Asks the questions that were written to test entries, as many as `TESTS_MOST`, evenly chosen. */
export function askTests(corpus: Corpus, rank: Rank): readonly Trial[] {
  const tests = corpus.entries.flatMap(({ tests = [] }, entry) => tests.map((text) => ({ entry, text })));
  const step = Math.max(1, tests.length / TESTS_MOST);
  const asked = Array.from({ length: Math.ceil(tests.length / step) }, (_, at) => tests[Math.floor(at * step)]);
  return asked.flatMap((test) =>
    test ? [{ entry: test.entry, ranked: rank(readQuery(corpus, corpus.prepare(test.text)), -1) }] : [],
  );
}

export function isEnoughTests(entries: readonly SearchEntry[]): boolean {
  return entries.reduce((sum, { tests = [] }) => sum + tests.length, 0) >= ASKED_LEAST;
}

/** Share of the answers given from `threshold` on that are wrong, when one in ten questions has no answer in the base. */
function shareWrong(asked: readonly Sure[], threshold: number): number {
  const given = asked.filter(({ probability }) => probability >= threshold);
  const wrong = given.filter(({ right }) => !right).length;
  const without = asked.filter((each) => each.without >= threshold).length * (UNANSWERABLE / (1 - UNANSWERABLE));
  return (wrong + without) / Math.max(1, given.length + without);
}

const round = (value: number) => Math.round(value * 1000) / 1000;
const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** The lowest thresholds that keep to the shares above. */
export function fitThresholds(asked: readonly Sure[], by: Thresholds['by']): Thresholds {
  if (asked.length < ASKED_LEAST) return SHIPPED;
  // From the top down, so that one lucky stretch among doubtful ones does not count.
  let answer = ANSWER_MOST;
  while (answer > ANSWER_LEAST && shareWrong(asked, answer - 0.01) <= WRONG_MOST) answer -= 0.01;
  answer = round(Math.max(ANSWER_LEAST, answer));
  const offered = asked.filter((each) => each.offered).map(({ probability }) => probability);
  const lowest = offered.toSorted((a, b) => a - b)[Math.floor(offered.length * UNHEARD_MOST)] ?? 0;
  return {
    answer,
    offer: round(between(OFFER_LEAST, lowest, OFFER_MOST)),
    wrong: round(shareWrong(asked, answer)),
    coverage: round(asked.filter(({ probability, right }) => right && probability >= answer).length / asked.length),
    asked: asked.length,
    by,
  };
}
