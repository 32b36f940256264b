import { likeness } from '../read/likeness.ts';
import type { ReportFigure } from '../report.ts';
import type { Equation } from './equation.ts';
import { addsUpButForOneDigit, differByOneDigit } from './one-digit.ts';

/** A listing's whole has at least as many parts, and is at least as large, for its sum to be no chance. */
const FEWEST_PARTS = 3;
const SMALLEST_WHOLE = 1000;
const ALIKE = 0.6;

const term = ({ metric, amount }: ReportFigure) => ({ name: metric, value: amount ?? 0 });

/** A listing beside the sentences it was taken from: the same figure, but for one digit. */
function againstProse(listing: readonly ReportFigure[], figures: readonly ReportFigure[]): Equation[] {
  const free = figures.filter(({ from, listedOn }) => from === 'prose' && listedOn === undefined);
  return listing.flatMap((entry) => {
    const same = free.find(
      (each) =>
        each.unit === entry.unit &&
        differByOneDigit(each.amount ?? -1, entry.amount ?? -2) &&
        likeness(entry.metric, `${each.of ?? ''}${each.metric}`) >= ALIKE,
    );
    if (!same) return [];
    const lines = [entry.position.line, same.position.line];
    return [
      { code: 'must_listing', about: entry.metric, left: [term(entry)], right: [term(same)], lines, quote: same.quote },
    ];
  });
}

/** A whole followed by its parts, down to where the unit changes. */
function runs(listing: readonly ReportFigure[], figures: readonly ReportFigure[]): Equation[] {
  return listing.flatMap((whole, index) => {
    const rest = listing.slice(index + 1);
    const end = rest.findIndex(({ unit, approximate }) => unit !== whole.unit || approximate);
    const parts = end < 0 ? rest : rest.slice(0, end);
    if (parts.length < FEWEST_PARTS || (whole.amount ?? 0) < SMALLEST_WHOLE || whole.approximate) return [];
    // What the sentences say of a whole and its parts is weighed there.
    if (figures.some(({ of }) => of === whole.metric)) return [];
    const values = parts.map(({ amount }) => amount ?? 0);
    const sum = values.reduce((added, value) => added + value, 0);
    if (sum !== whole.amount && !addsUpButForOneDigit(whole.amount ?? 0, values)) return [];
    const lines = [whole, ...parts].map(({ position, listedOn }) => listedOn ?? position.line);
    return [{ code: 'must_parts', about: whole.metric, left: parts.map(term), right: [term(whole)], lines }];
  });
}

/** Sums of a listing of names and values, and the listing against the sentences beside it. */
export function equationsOfListing(figures: readonly ReportFigure[]): readonly Equation[] {
  const single = figures.filter((each) => each.amount !== undefined && !each.row);
  const listed = single
    .filter((each) => each.from === 'listing' || each.listedOn !== undefined)
    .toSorted((a, b) => (a.listedOn ?? a.position.line) - (b.listedOn ?? b.position.line));
  return [
    ...againstProse(
      listed.filter(({ from }) => from === 'listing'),
      single,
    ),
    ...runs(listed, figures),
  ];
}
