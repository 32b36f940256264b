import type { ReportFigure } from '../report.ts';
import { likeness } from './likeness.ts';

/** Names that share less than this are of different figures. */
const LIKE = 0.3;

/**
 * A listing beside the sentences it was taken from names figures the sentences prove: such a figure keeps the listing's
 * name and gets the sentence as its quote. What only one of them states stays as it is.
 */
export function mergeListing(
  listing: readonly ReportFigure[],
  prose: readonly ReportFigure[],
): readonly ReportFigure[] {
  const free = new Set(prose);
  const merged = listing.map((entry) => {
    const same = [...free].filter(({ value, unit }) => value === entry.value && unit === entry.unit);
    const scored = same.map((figure) => ({
      figure,
      like: likeness(entry.metric, `${figure.of ?? ''}${figure.metric}`),
    }));
    const best = scored.toSorted((a, b) => b.like - a.like)[0];
    if (!best || best.like < LIKE) return entry;
    free.delete(best.figure);
    const { quote, position, section, from, of } = best.figure;
    return { ...entry, quote, position, section, from, ...(of === undefined ? {} : { of }) };
  });
  return [...merged, ...free];
}
