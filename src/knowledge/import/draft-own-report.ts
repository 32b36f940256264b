import { dropEntryText, patchEntryText, putEntryText, putPairText, writeYaml } from '../edit/index.ts';
import type { Report } from '../schema/report.ts';
import { spellUsually } from '../search/index.ts';
import { isSameFigure } from './match-figures.ts';
import { cutQuote, type ReportHead, type ReviewedFigure, sameName } from './reviewed-figure.ts';
import { listOwnFigures } from './standing-figures.ts';

const LONGEST_ID = 40;
/** Where a figure stands that comes before the first heading. */
const OPENING = { key: '引言', heading: '引言' };

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

interface Section {
  /** What its file calls it: 一, 十（三）, or its words where it has no number. */
  readonly key: string;
  readonly heading: string;
  /** What the reader of reports calls it: 一、总体情况, 十（三）平台建设. */
  readonly label: string;
}

function listSections({ sections }: ReportHead): readonly Section[] {
  let chapter = '';
  return sections.map(({ number, heading }) => {
    if (number.startsWith('（')) return { key: chapter + number, heading, label: chapter + number + heading };
    chapter = number || chapter;
    return { key: number || heading, heading, label: [number, heading].filter(Boolean).join('、') };
  });
}

/** The section something stands in; what comes before the first, or under no heading known, in one of its own. */
function findSection(head: ReportHead, section: string | null): Omit<Section, 'label'> {
  if (section === null) return OPENING;
  const found = listSections(head).find(({ label, heading }) => label === section || heading === section);
  return found ?? { key: section, heading: section };
}

/** What a report says of a figure, as its file keeps it. */
function readWords(head: ReportHead, { value, unit, approximate, section, quote }: ReviewedFigure) {
  return {
    value,
    unit: unit || '–',
    ...(approximate ? { approximate } : {}),
    section: findSection(head, section).key,
    quote: cutQuote(quote, value),
  };
}

/** New figures with an id: the one reports of other years gave their metric, so that years can be compared. */
function nameFigures(
  head: ReportHead,
  figures: readonly ReviewedFigure[],
  { reports, taken }: { readonly reports: readonly Report[]; readonly taken: readonly string[] },
) {
  const older = reports.filter(({ year }) => year !== head.year).flatMap((report) => report.figures);
  const used = new Set(taken);
  const make = createIds(used);
  return figures.map((figure) => {
    const { metric } = figure;
    const same = older.find((each) => [each.metric, ...each.names].some((name) => sameName(name, metric)));
    const id = same && !used.has(same.id) ? same.id : make(metric);
    used.add(id);
    return { id, metric, ...readWords(head, figure) };
  });
}

/** A file of the year begun with these figures. */
function beginReport(head: ReportHead, rows: ReturnType<typeof nameFigures>): string {
  const { year, title, signed, published, url } = head;
  const used = new Set(rows.map(({ section }) => section));
  const headings = [OPENING, ...listSections(head)].filter((each) => each !== OPENING || used.has(OPENING.key));
  return writeYaml({
    year,
    title,
    signed,
    published,
    ...(url === null ? {} : { url }),
    sections: Object.fromEntries(headings.map(({ key, heading }) => [key, heading])),
    figures: rows,
    relations: [],
  });
}

/**
 * The file of the authority's own report of a year. Where the year has one already, a figure that stands there takes
 * value, section and quote of the one read and keeps its id, its names and how it is asked for; what is new is added;
 * those of `drop` go; all else stays as it is written.
 */
export function draftOwnReport(
  current: string,
  head: ReportHead,
  {
    figures,
    drop,
    reports,
  }: { figures: readonly ReviewedFigure[]; drop: readonly string[]; reports: readonly Report[] },
): string {
  const known = listOwnFigures(current);
  const stands = ({ metric, value, replaces }: ReviewedFigure) =>
    replaces !== null || known.some((each) => each.value === value && sameName(each.metric, metric));
  const fresh = figures.filter((figure) => !stands(figure));
  const rows = nameFigures(head, fresh, { reports, taken: known.map(({ id }) => id) });
  if (current === '') return beginReport(head, rows);
  let text = current;
  const put = ({ section }: ReviewedFigure) => {
    const { key, heading } = findSection(head, section);
    text = putPairText(text, 'sections', key, heading);
  };
  for (const figure of figures) {
    const found = known.find(({ id }) => id === figure.replaces);
    if (!found || isSameFigure(figure, found)) continue;
    put(figure);
    text = patchEntryText(text, 'figures', found.id, { approximate: undefined, ...readWords(head, figure) });
  }
  for (const figure of fresh) put(figure);
  for (const row of rows) {
    text = putEntryText(text, 'figures', null, writeYaml(row)) ?? text;
  }
  for (const id of drop) text = dropEntryText(text, 'figures', id);
  return text;
}
