import type { ReportFigure } from '../report.ts';
import { likeness } from './likeness.ts';

/** Names that share less than this are of different figures. */
const LIKE = 0.3;

/**
 * A listing beside the sentences it was taken from names figures the sentences prove: such a figure keeps the listing's
 * name and gets the sentence as its quote. What only one of them states stays as it is.
 */
function mergeOnes(listing: readonly ReportFigure[], prose: readonly ReportFigure[]): readonly ReportFigure[] {
  const free = new Set(prose);
  const renamed = new Map<string, string>();
  const merged = listing.map((entry) => {
    const same = [...free].filter(({ value, unit }) => value === entry.value && unit === entry.unit);
    const scored = same.map((figure) => ({
      figure,
      like: likeness(entry.metric, `${figure.of ?? ''}${figure.metric}`),
    }));
    const best = scored.toSorted((a, b) => b.like - a.like)[0];
    if (!best || best.like < LIKE) return entry;
    free.delete(best.figure);
    renamed.set(best.figure.metric, entry.metric);
    return { ...best.figure, metric: entry.metric, said: best.figure.metric, listedOn: entry.position.line };
  });
  // A part goes by the name its whole goes by now.
  return [...merged, ...free].map((figure) => {
    const of = figure.of === undefined ? undefined : renamed.get(figure.of);
    return of === undefined ? figure : { ...figure, of };
  });
}

/** 其中 网站 below 主动公开, and 主动公开 网站 below 主动公开信息: parts a listing names as such. */
function findWhole(entry: ReportFigure, above: readonly ReportFigure[]): string | undefined {
  if (entry.metric.startsWith('其中')) return above.findLast(({ metric }) => !metric.startsWith('其中'))?.metric;
  const [prefix = '', rest] = entry.metric.split(' ');
  return rest === undefined
    ? undefined
    : above.findLast(({ metric }) => metric.startsWith(prefix) && !metric.includes(' '))?.metric;
}

function relateListing(listing: readonly ReportFigure[]): readonly ReportFigure[] {
  return listing.map((entry, index) => {
    const of = entry.row || entry.values ? undefined : findWhole(entry, listing.slice(0, index));
    return of === undefined ? entry : { ...entry, of, within: 'among' as const };
  });
}

/** The figures of a listing and of the sentences it was taken from, each once. */
export function mergeListing(
  listing: readonly ReportFigure[],
  prose: readonly ReportFigure[],
): readonly ReportFigure[] {
  return mergeOnes(relateListing(listing), prose);
}
