import type { ReadReport } from '../report.ts';
import { equationsOfListing } from './check-listing.ts';
import { findParts } from './check-parts.ts';
import { equationsWithPrevious } from './check-previous.ts';
import { equationsOfRequestsTold } from './check-requests-told.ts';
import { equationsOfTableFour } from './check-table-four.ts';
import { equationsOfTableThree } from './check-table-three.ts';
import { equationsOfText } from './check-text.ts';
import { type Equation, type Mismatch, solve } from './equation.ts';

/** A whole whose parts may count one thing twice, marked with the values this holds for. */
export interface ValuedOverlap {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** An overlap marked by the name of its whole, whatever the values. */
export interface NamedOverlap {
  readonly metric: string;
}

export type OverlapMark = ValuedOverlap | NamedOverlap;

export interface ReportCheck {
  readonly ok: boolean;
  /** How many equations were weighed. */
  readonly checked: number;
  readonly problems: readonly Mismatch[];
  /** Parts above their whole that are marked as overlapping. */
  readonly overlaps: readonly Mismatch[];
}

export interface CheckOptions {
  readonly previous?: ReadReport;
  readonly overlaps?: readonly OverlapMark[];
}

/** Words of a report for things counted under several parts. */
const OVERLAP_SAID = /重复|重叠|交叉|重合|同一(?:条|件)?信息|多个?渠道(?:同时)?(?:发布|公开)|不作累加|不能相加/u;

function isMarked({ left, right, quote, about }: Equation, marks: readonly OverlapMark[]): boolean {
  if (quote !== undefined && OVERLAP_SAID.test(quote)) return true;
  const parts = left.map(({ value }) => value).toSorted((a, b) => a - b);
  return marks.some((mark) =>
    'metric' in mark
      ? about.includes(mark.metric)
      : mark.whole === right[0]?.value && mark.parts.toSorted((a, b) => a - b).join() === parts.join(),
  );
}

/** Proves what must add up in a report. What cannot be weighed for want of numbers is not counted. */
export function checkReport(report: ReadReport, { previous, overlaps: marks = [] }: CheckOptions = {}): ReportCheck {
  const { tables, figures } = report;
  const parts = findParts(figures);
  const equations = [
    ...(tables.三 ? equationsOfTableThree(tables.三) : []),
    ...(tables.四 ? equationsOfTableFour(tables.四) : []),
    ...equationsOfText(report),
    ...(previous ? equationsWithPrevious(report, previous) : []),
    ...equationsOfRequestsTold(figures),
    ...equationsOfListing(figures),
  ];
  const marked = parts
    .filter(({ equation, excess }) => excess && isMarked(equation, marks))
    .map(({ equation }) => equation);
  const weighed = [...equations, ...parts.map(({ equation }) => equation)];
  const problems = weighed
    .filter((equation) => !marked.includes(equation))
    .flatMap((equation) => solve(equation) ?? []);
  const overlaps = marked.flatMap((equation) => solve(equation) ?? []);
  return { ok: problems.length === 0, checked: weighed.length, problems, overlaps };
}
