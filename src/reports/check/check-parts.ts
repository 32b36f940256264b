import { baseUnit } from '../read/quantity.ts';
import type { ReportFigure } from '../report.ts';
import type { Equation, Term } from './equation.ts';
import { addsUpButForOneDigit } from './one-digit.ts';

/** A whole with its parts that a report tells as one number and its numbers. */
export interface PartsFound {
  readonly equation: Equation;
  /** Parts above the whole: one thing counted in several of them, where the report or the knowledge base says so. */
  readonly excess: boolean;
}

/** Units of one kind of thing or another; money, shares and people are no sum of these. */
const OF_THINGS = /^(?:条|篇|幅|件|个|份|例|期|场|次|项|部|则|条次|篇次)$/u;
const COMPARED = /同比|环比|[比较](?:上年|去年|上一年)|占/u;
const LAST_PART = /其他|其它|其余/u;

function isComparable(whole: ReportFigure, part: ReportFigure): boolean {
  const [one, other] = [baseUnit(whole.unit), baseUnit(part.unit)];
  return one === other ? one !== '%' && one !== '个百分点' : OF_THINGS.test(one) && OF_THINGS.test(other);
}

const isExact = (figure: ReportFigure) =>
  !figure.approximate && figure.amount !== undefined && !COMPARED.test(figure.metric);

/** Parts that a quotation left out with …, from the listing it was taken from. */
function fillGap(parts: readonly ReportFigure[], figures: readonly ReportFigure[]): readonly ReportFigure[] {
  const lineOf = ({ listedOn, from, position }: ReportFigure) => listedOn ?? (from === 'listing' ? position.line : 0);
  const lines = parts.map(lineOf).filter((line) => line > 0);
  if (lines.length < 2 || !parts.some(({ quote }) => quote.includes('…'))) return parts;
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const unit = parts[0]?.unit;
  return figures.filter(
    (each) => lineOf(each) >= first && lineOf(each) <= last && each.unit === unit && each.values === undefined,
  );
}

function judge(
  whole: ReportFigure,
  told: readonly ReportFigure[],
  figures: readonly ReportFigure[],
): PartsFound | undefined {
  const parts = fillGap(told, figures);
  const filled = parts.length > told.length;
  const gap = !filled && told.some(({ quote }) => /\d[^，,。；]{0,4}…/u.test(quote));
  const values = parts.map(({ amount }) => amount ?? 0);
  const sum = Math.round(values.reduce((added, value) => added + value, 0) * 1e4) / 1e4;
  const own = whole.amount ?? 0;
  const brackets = told.every(({ within }) => within === 'brackets');
  const full = filled || (parts.length > 1 && (brackets || LAST_PART.test(parts.at(-1)?.metric ?? '')));
  const slip = parts.length > 1 && addsUpButForOneDigit(own, values);
  // 其中 need not name every part: fewer than the whole is wrong only where all are named, or one digit is.
  if (sum < own && (gap || !(full || slip))) return undefined;
  const term = ({ metric, amount }: ReportFigure): Term => ({ name: metric, value: amount ?? 0 });
  const equation: Equation = {
    code: 'must_parts',
    about: whole.metric,
    left: parts.map(term),
    right: [term(whole)],
    lines: [...new Set([whole, ...parts].map(({ position }) => position.line))],
    quote: parts[0]?.quote ?? whole.quote,
  };
  return { equation, excess: sum > own };
}

/** Groups of parts in prose with the whole each belongs to. */
export function findParts(figures: readonly ReportFigure[]): readonly PartsFound[] {
  const groups = new Map<ReportFigure, ReportFigure[]>();
  for (const [index, part] of figures.entries()) {
    if (part.of === undefined || !isExact(part)) continue;
    const isWhole = (each: ReportFigure) => each.metric === part.of && each.amount !== undefined;
    const whole = figures.slice(0, index).findLast(isWhole) ?? figures.find(isWhole);
    if (whole && isExact(whole) && isComparable(whole, part)) groups.set(whole, [...(groups.get(whole) ?? []), part]);
  }
  return [...groups].flatMap(([whole, parts]) => judge(whole, parts, figures) ?? []);
}
