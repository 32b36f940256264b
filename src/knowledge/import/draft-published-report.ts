import { dropEntryText, patchEntryText, putEntryText, readEntryText, writeYaml } from '../edit/index.ts';
import type { PublishedFile } from '../schema/published.ts';
import { isSameFigure } from './match-figures.ts';
import { cutQuote, type ReportHead, type ReviewedFigure, sameName } from './reviewed-figure.ts';
import { listPublishedFigures } from './standing-figures.ts';

/**
 * `published.yaml` with another authority's report: after the last, or laid over the one it has of that authority and
 * year. Figures that are none of its metrics are left out; those of `drop`, by metric, go.
 */
export function draftPublishedReport(
  current: string,
  head: ReportHead & { readonly read: string },
  { figures, drop }: { readonly figures: readonly ReviewedFigure[]; readonly drop: readonly string[] },
): string {
  const { authority, year, url, read } = head;
  const rows = figures.flatMap(({ as, value, unit, approximate, quote }) =>
    as === null || typeof value !== 'number'
      ? []
      : [{ metric: as, value, unit, ...(approximate ? { approximate } : {}), quote: cutQuote(quote, value) }],
  );
  const which = { authority, year };
  const standing = readEntryText(current, 'reports', which);
  if (standing === undefined) {
    const entry = writeYaml({ authority, names: [authority], year, url, read, figures: rows });
    return putEntryText(current, 'reports', null, entry) ?? current;
  }
  const known = new Map(listPublishedFigures(current, authority, year).map((figure) => [figure.id, figure]));
  let entry = patchEntryText(current, 'reports', which, { url: url ?? undefined, read });
  entry = readEntryText(entry, 'reports', which) ?? standing;
  for (const row of rows) {
    const found = known.get(row.metric);
    // A metric stands once in a report, whether somebody said that it is replaced or not.
    if (!found) entry = putEntryText(entry, 'figures', null, writeYaml(row)) ?? entry;
    else if (!isSameFigure({ approximate: false, ...row }, found))
      entry = patchEntryText(entry, 'figures', { metric: row.metric }, { approximate: undefined, ...row });
  }
  for (const metric of drop) entry = dropEntryText(entry, 'figures', { metric });
  return putEntryText(current, 'reports', which, entry) ?? current;
}

/** Which metric of the list a figure is, by its name; null when none bears it. */
export function guessMetric(metric: string, { metrics }: PublishedFile): string | null {
  const exact = metrics.find((each) => [each.metric, ...each.names].some((name) => sameName(name, metric)));
  return exact?.id ?? null;
}
