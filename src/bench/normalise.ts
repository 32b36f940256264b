import { normalise } from '../knowledge/search/index.ts';
import { median } from './percentile.ts';

/** Texts of the kinds that make careless normalisation slow, as long as wanted. */
const KINDS: Readonly<Record<string, (length: number) => string>> = {
  story: (length) => '我想问一下去年沈阳市信访局公开了多少条信息，'.repeat(length / 22),
  courtesy: (length) => '你好'.repeat(length / 2),
  marks: (length) => `a${'\u0301\u0316'.repeat(length / 2)}`,
  spaces: (length) => '公 '.repeat(length / 2),
  'question marks': (length) => `公开${'？'.repeat(length)}`,
};
const SHORT = 50_000;
const TIMES_LONGER = 4;
const ROUNDS = 5;

export interface Growth {
  readonly kind: string;
  /** Time for the longer text over time for the shorter, as a share of how much longer it is: 1 is linear, 4 quadratic. */
  readonly growth: number;
}

/** How the time of normalising grows with the length of the text; medians of `shorter` characters and four times as many, in one run. `clock` in milliseconds, best of processor time. */
export function benchNormalise(clock: () => number, shorter = SHORT): Growth[] {
  const time = (text: string) => {
    const started = clock();
    normalise(text);
    return clock() - started;
  };
  return Object.entries(KINDS).map(([kind, make]) => {
    const [short, long] = [make(shorter), make(shorter * TIMES_LONGER)];
    // Alternating, so that whatever else the machine does meets both alike.
    const rounds = Array.from({ length: ROUNDS }, () => [time(short), time(long)] as const);
    const [ofShort, ofLong] = [median(rounds.map(([first]) => first)), median(rounds.map(([, second]) => second))];
    return { kind, growth: ofLong / Math.max(Number.EPSILON, ofShort) / TIMES_LONGER };
  });
}
