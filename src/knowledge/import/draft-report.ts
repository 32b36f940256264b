import { parse } from 'yaml';
import { putEntryText, writeYaml } from '../edit/index.ts';
import type { PublishedFile } from '../schema/published.ts';
import { type Report, reportSchema } from '../schema/report.ts';
import { spellUsually } from '../search/index.ts';

/** A figure of a report somebody has looked at and wants kept. */
export interface ReviewedFigure {
  readonly metric: string;
  readonly value: number | string;
  readonly unit: string;
  readonly approximate: boolean;
  /** Heading of its section; null before the first one. */
  readonly section: string | null;
  readonly quote: string;
  /** The metric of `published.yaml` it is; null for the authority's own report. */
  readonly as: string | null;
}

/** What a report says of itself. */
export interface ReportHead {
  readonly authority: string;
  readonly year: number;
  readonly title: string;
  /** Civil days, `YYYY-MM-DD`. */
  readonly signed: string;
  readonly published: string;
  readonly url: string | null;
  readonly sections: readonly { readonly number: string; readonly heading: string }[];
}

const LONGEST_QUOTE = 80;
const LONGEST_ID = 40;
/** Where a figure stands that comes before the first heading. */
const OPENING = { number: '引言', heading: '引言' };

/** Verbatim words around the value, no longer than a quote may be. */
export function cutQuote(quote: string, value: number | string): string {
  const words = quote.trim();
  if (words.length <= LONGEST_QUOTE) return words;
  const bare = String(value);
  const grouped = typeof value === 'number' ? value.toLocaleString('en-US') : bare;
  const at = Math.max(0, words.indexOf(bare), words.indexOf(grouped));
  const start = Math.max(0, Math.min(at - LONGEST_QUOTE / 2, words.length - LONGEST_QUOTE));
  return words.slice(start, start + LONGEST_QUOTE);
}

/** Ids by sound, each once: 主动公开 is zhu-dong-gong-kai. */
function createIds(taken: Iterable<string>): (metric: string) => string {
  const known = new Set(taken);
  return (metric) => {
    const words = [...metric].flatMap((each) => spellUsually(each) ?? (/[a-z0-9]/iu.test(each) ? each : []));
    const stem = words.join('-').toLowerCase().slice(0, LONGEST_ID).replace(/-+$/u, '') || 'figure';
    let id = stem;
    for (let times = 2; known.has(id); times += 1) id = `${stem}-${times}`;
    known.add(id);
    return id;
  };
}

const sameName = (one: string, other: string) => one.replaceAll(/\s/gu, '') === other.replaceAll(/\s/gu, '');

/** Figures a file has already, as far as it can be read. */
function readStanding(text: string): Pick<Report, 'figures'> {
  const parsed = reportSchema
    .pick({ figures: true })
    .loose()
    .safeParse(parse(text, { schema: 'core' }));
  return parsed.success ? parsed.data : { figures: [] };
}

/**
 * The file of the authority's own report of a year. A metric that reports before had keeps its id, so that years can be
 * compared; where the year has a file already, what it holds stays as it is written and only what is new is added.
 */
export function draftOwnReport(
  current: string,
  head: ReportHead,
  figures: readonly ReviewedFigure[],
  reports: readonly Report[],
): string {
  const standing = current === '' ? undefined : readStanding(current);
  const older = reports.filter(({ year }) => year !== head.year).flatMap((report) => report.figures);
  const ids = createIds(standing?.figures.map(({ id }) => id) ?? []);
  const taken = new Set<string>();
  const nameFor = (metric: string) => {
    const same = older.find((each) => [each.metric, ...each.names].some((name) => sameName(name, metric)));
    if (same && !taken.has(same.id) && !standing?.figures.some(({ id }) => id === same.id)) return same.id;
    return ids(metric);
  };
  const numberOf = (heading: string | null) =>
    (head.sections.find((each) => each.heading === heading) ?? { number: heading ?? OPENING.number }).number ||
    (heading ?? OPENING.number);
  const isKept = ({ metric, value }: ReviewedFigure) =>
    standing?.figures.some((each) => each.value === value && sameName(each.metric, metric)) ?? false;
  const rows = figures
    .filter((figure) => !isKept(figure))
    .map(({ metric, value, unit, approximate, section, quote }) => {
      const id = nameFor(metric);
      taken.add(id);
      const about = approximate ? { approximate } : {};
      const words = { unit: unit || '–', ...about, section: numberOf(section), quote: cutQuote(quote, value) };
      return { id, metric, value, ...words };
    });
  if (standing) return rows.reduce((text, row) => putEntryText(text, 'figures', null, writeYaml(row)) ?? text, current);
  const headings = [OPENING, ...head.sections].map(({ number, heading }) => [number || heading, heading] as const);
  const used = new Set(rows.map(({ section }) => section));
  const { year, title, signed, published, url } = head;
  return writeYaml({
    year,
    title,
    signed,
    published,
    ...(url === null ? {} : { url }),
    sections: Object.fromEntries(headings.filter(([number]) => number !== OPENING.number || used.has(number))),
    figures: rows,
    relations: [],
  });
}

/** `published.yaml` with another authority's report after the last; figures that are none of its metrics are left out. */
export function draftPublishedReport(
  current: string,
  head: ReportHead & { readonly read: string },
  figures: readonly ReviewedFigure[],
): string {
  const { authority, year, url, read } = head;
  const rows = figures.flatMap(({ as, value, unit, approximate, quote }) =>
    as === null || typeof value !== 'number'
      ? []
      : [{ metric: as, value, unit, ...(approximate ? { approximate } : {}), quote: cutQuote(quote, value) }],
  );
  const entry = writeYaml({ authority, names: [authority], year, url, read, figures: rows });
  return putEntryText(current, 'reports', null, entry) ?? current;
}

/** Which metric of the list a figure is, by its name; null when none bears it. */
export function guessMetric(metric: string, { metrics }: PublishedFile): string | null {
  const exact = metrics.find((each) => [each.metric, ...each.names].some((name) => sameName(name, metric)));
  return exact?.id ?? null;
}
