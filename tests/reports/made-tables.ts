import { TABLE_THREE_ROWS } from '../../src/reports/tables/rows-table.ts';

/** 7 columns: 自然人 … 其他, 总计. */
export type Row = readonly number[];

/** A table 三 that adds up, from the outcomes by applicant and what was carried over and on. */
export interface Made {
  /** 25 rows of 7 numbers in the order of the form. */
  readonly three: readonly Row[];
  /** 行政复议, 直接起诉, 复议后起诉: 5 numbers each. */
  readonly four: readonly Row[];
}

const KINDS = 6;
const OUTCOMES = TABLE_THREE_ROWS.length - 4;

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const withTotal = (row: readonly number[]): Row => [...row, sum(row)];

/**
 * Makes tables that add up from any numbers, in the order they come.
 * @param draw a whole number from 0 to `most`
 */
export function makeTables(draw: (most: number) => number): Made {
  const outcomes = Array.from({ length: OUTCOMES }, () => Array.from({ length: KINDS }, () => draw(400)));
  const handled = Array.from({ length: KINDS }, (_, kind) => sum(outcomes.map((row) => row[kind] ?? 0)));
  const on = Array.from({ length: KINDS }, () => draw(50));
  // What was carried over cannot be more than what was handled and carried on together.
  const over = handled.map((count, kind) => Math.min(draw(50), count + (on[kind] ?? 0)));
  const fresh = handled.map((count, kind) => count + (on[kind] ?? 0) - (over[kind] ?? 0));
  return {
    three: [fresh, over, ...outcomes, handled, on].map(withTotal),
    four: Array.from({ length: 3 }, () => withTotal(Array.from({ length: 4 }, () => draw(60)))),
  };
}

/** Numbers of a fixed series, so that a test is the same every time. */
export function series(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * (most + 1));
  };
}
