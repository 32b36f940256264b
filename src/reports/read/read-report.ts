import type { DocumentLine, Position, ReportDocument } from '../document.ts';
import type { ReadProblem, ReadReport, ReportFigure, ReportSection, ReportTable, TableName } from '../report.ts';
import { mergeTables } from '../tables/make-table.ts';
import { readTableFour } from '../tables/read-table-four.ts';
import { readTableThree } from '../tables/read-table-three.ts';
import { readTableTwo } from '../tables/read-table-two.ts';
import { TABLE_FOUR_ROWS, TABLE_THREE_ROWS, TABLE_TWO_ROWS } from '../tables/rows-table.ts';
import { type PlacedEntry, tablesOfListing } from '../tables/tables-of-listing.ts';
import { identifyReport } from './identify-report.ts';
import { mergeListing } from './merge-listing.ts';
import { amountOf } from './quantity.ts';
import { readListingEntry } from './read-listing.ts';
import { findNone } from './read-none.ts';
import { readSentence } from './read-prose.ts';
import { findSection, readSections } from './read-sections.ts';
import { splitSentences } from './split-sentences.ts';

/** Sections of an extract that hold sums made by its collector, not the report's own words. */
const NOT_OF_THE_REPORT = /^arithmetic$/u;
const KEYED = /^[a-z_]+: /u;

function listProse(document: ReportDocument, sections: readonly ReportSection[], year: number | null): ReportFigure[] {
  let before: string | undefined;
  return splitSentences(document).flatMap(({ text, offset, line }) => {
    const section = findSection(sections, offset);
    if ((section !== null && NOT_OF_THE_REPORT.test(section)) || KEYED.test(text) || /^https?:/u.test(text)) return [];
    const at = (start: number): Position => ({ section, line, offset: offset + start });
    const quote = text.replaceAll(/\n\s*/gu, '');
    const read = readSentence(text);
    const figures = read.map(({ metric, of, within, value, to, unit, approximate, start }): ReportFigure => {
      const whole = of === 'before' ? before : of === undefined ? undefined : read[of]?.metric;
      return {
        metric,
        value,
        ...(to === undefined ? {} : { to }),
        unit,
        amount: amountOf({ value, unit }),
        approximate,
        year,
        section,
        quote,
        position: at(start),
        from: 'prose',
        ...(whole === undefined ? {} : { of: whole, within: within ?? 'among' }),
      };
    });
    before = read.findLast(({ of, change, unit }) => of === undefined && !change && unit !== '%')?.metric ?? before;
    const none = findNone(text).map(({ metric, unit, start }): ReportFigure => {
      const place = { section, quote, position: at(start), year };
      return { metric, value: 0, unit, amount: 0, approximate: false, from: 'none', ...place };
    });
    return [...figures, ...none];
  });
}

function listTable(
  name: TableName,
  table: ReportTable,
  document: ReportDocument,
  sections: readonly ReportSection[],
  year: number | null,
): ReportFigure[] {
  return table.values.flatMap((values, row) => {
    const line = document.lines[(table.lines[row] ?? 1) - 1];
    const offset = line?.offset ?? 0;
    const section = findSection(sections, offset);
    const lone = values.filter((value) => value !== null).length === 1;
    return values.flatMap((value, column): ReportFigure[] => {
      if (value === null) return [];
      const label = table.rows[row] ?? '';
      const metric = lone && name === '二' ? label : `${label} ${table.columns[column] ?? ''}`;
      const unit = table.ids[row] === 'charges' ? '万元' : '件';
      const place = {
        section,
        quote: line?.text.trim() ?? '',
        position: { section, line: line?.line ?? 1, offset },
        year,
      };
      return [{ metric, value, unit, amount: amountOf({ value, unit }), approximate: false, from: name, ...place }];
    });
  });
}

/** Rows of name, value and unit, outside the tables of the form. */
function listEntries({ lines }: ReportDocument): { entry: PlacedEntry; line: DocumentLine }[] {
  let columns: readonly string[] = [];
  return lines.flatMap((line) => {
    const entry = line.cells && readListingEntry(line.cells);
    if (!entry) return [];
    // The first row of several names the columns of all: 新收 自然人/企业/总计, then 予以公开.
    if (entry.columns.length > 0) columns = entry.columns;
    const own = entry.columns.length === 0 && entry.values.length === columns.length ? columns : entry.columns;
    return [{ entry: { ...entry, columns: own, line: line.line }, line }];
  });
}

function listListing(
  found: readonly { entry: PlacedEntry; line: DocumentLine }[],
  sections: readonly ReportSection[],
  year: number | null,
): ReportFigure[] {
  return found.flatMap(({ entry, line }): ReportFigure[] => {
    const section = findSection(sections, line.offset);
    const position = { section, line: line.line, offset: line.offset };
    const place = { section, quote: line.text.trim(), position, year, from: 'listing' as const };
    const { metric, unit, single, values, columns, written } = entry;
    if (single) {
      const { value, unit: own, approximate } = single;
      return [{ metric, value, unit: own, amount: amountOf({ value, unit: own }), approximate, ...place }];
    }
    const row = { metric, value: written, unit, approximate: false, values, ...place };
    const cells = values.map((value, index) => ({
      metric: [metric, columns[index] ?? `${index + 1}`].filter(Boolean).join(' '),
      value,
      unit,
      amount: amountOf({ value, unit }),
      approximate: false,
      row: true as const,
      ...place,
    }));
    return [row, ...cells];
  });
}

type Tables = Partial<Record<TableName, ReportTable | undefined>>;

function mergeAll(read: Tables, listed: Tables): ReadReport['tables'] {
  const merged = {
    二: mergeTables(TABLE_TWO_ROWS, read.二, listed.二),
    三: mergeTables(TABLE_THREE_ROWS, read.三, listed.三),
    四: mergeTables(TABLE_FOUR_ROWS, read.四, listed.四),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, table]) => table !== undefined));
}

/**
 * Reads a report: its sections, the tables of the form, and every figure of its prose, tables and listings with the
 * words it came from and where they stand. Pure; what cannot be read is left out, never guessed.
 * @param fileName names the authority and year where the text does not: 2023_辽阳市.txt
 */
export function readReport(document: ReportDocument, fileName = '', problems: readonly ReadProblem[] = []): ReadReport {
  const { authority, year, form } = identifyReport(document, fileName);
  const sections = readSections(document);
  const entries = listEntries(document);
  const listed = new Set(entries.map(({ line }) => line));
  const rest = { ...document, lines: document.lines.filter((line) => !listed.has(line)) };
  const read: Tables = { 二: readTableTwo(rest), 三: readTableThree(rest), 四: readTableFour(rest) };
  const listedTables = tablesOfListing(entries.map(({ entry }) => entry));
  const tables = mergeAll(read, listedTables);
  const cells = (Object.entries(read) as [TableName, ReportTable | undefined][]).flatMap(([name, table]) =>
    table ? listTable(name, table, document, sections, year) : [],
  );
  const prose = listProse(document, sections, year);
  const listing = listListing(entries, sections, year);
  const figures = [...mergeListing(listing, prose), ...cells].toSorted((a, b) => a.position.offset - b.position.offset);
  const empty = figures.length === 0 ? [{ code: 'problem_no_figures', values: {} }] : [];
  return { authority, year, form, sections, figures, tables, problems: [...problems, ...empty] };
}
