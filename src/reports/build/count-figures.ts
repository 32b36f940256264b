import type { AnnualReportText, CountedFigure } from '../../knowledge/schema/annual-report.ts';
import type { ReportTable } from '../report.ts';
import type { BuiltReport } from './build-report.ts';

/** Figures of the desk's own work that stand in no table; null where nothing was counted. */
export interface WorkFigures {
  readonly inquiries: number | null;
  readonly handOvers: number | null;
}

const TOTAL = -1;

function readSum({ ids, values }: ReportTable, match: (id: string) => boolean, column = TOTAL): number {
  return ids.reduce((sum, id, row) => sum + (match(id) ? (values[row]?.at(column) ?? 0) : 0), 0);
}

/** This year against the last, to a tenth of a percent; null where last year is not known or had none. */
function writeChange(words: AnnualReportText['change'], now: number, before: number | undefined): string | null {
  if (before === undefined || before === 0) return null;
  if (now === before) return words.same;
  const percent = Math.round((Math.abs(now - before) / before) * 1000) / 10;
  return (now > before ? words.more : words.less).replace('{percent}', String(percent));
}

/** Every figure of the year that texts may name. Null: not known, which is a gap in whatever names it. */
export function countFigures(
  { authority, year, asOf, tables }: Pick<BuiltReport, 'authority' | 'year' | 'asOf' | 'tables'>,
  words: AnnualReportText['change'],
  work: WorkFigures,
  previous?: ReportTable,
): Readonly<Record<CountedFigure, string | number | null>> {
  const three = (prefix: string) => readSum(tables.三, (id) => id === prefix || id.startsWith(`${prefix}-`));
  const one = (id: string, column = TOTAL) => readSum(tables.三, (each) => each === id, column);
  const fresh = one('new');
  const before = previous && readSum(previous, (id) => id === 'new');
  return {
    authority,
    year,
    until: `${Number(asOf.slice(5, 7))}月${Number(asOf.slice(8))}日`,
    new: fresh,
    'new-person': one('new', 0),
    'new-organisation': fresh - one('new', 0),
    'new-change': writeChange(words, fresh, before),
    'carried-over': one('carried-over'),
    handled: one('handled'),
    'carried-on': one('carried-on'),
    granted: one('granted'),
    partial: one('partial'),
    refused: three('refused'),
    unable: three('unable'),
    'not-processed': three('not-processed'),
    other: three('other'),
    reviews: readSum(tables.四, (id) => id === 'review'),
    lawsuits: readSum(tables.四, (id) => id !== 'review'),
    inquiries: work.inquiries,
    'hand-overs': work.handOvers,
  };
}
