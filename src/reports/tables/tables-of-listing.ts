import type { ListingEntry } from '../read/read-listing.ts';
import type { ReportTable, TableName } from '../report.ts';
import { readLabel } from './cells.ts';
import { type FoundRow, makeTable } from './make-table.ts';
import { nameRow } from './read-table-three.ts';
import {
  APPLICANT_PATTERNS,
  APPLICANTS,
  DISPUTE_COLUMNS,
  RULE_COLUMNS,
  TABLE_FOUR_ROWS,
  TABLE_THREE_ROWS,
  TABLE_TWO_ROWS,
  type TableRow,
} from './rows-table.ts';

export interface PlacedEntry extends ListingEntry {
  readonly line: number;
}

const fold = (label: string) => readLabel(label).replace(/^(?:表[二三四]|table[234])/u, '');

/** Values under the columns of the form, null where the listing leaves one out. */
function place(values: readonly number[], columns: readonly string[], patterns: readonly RegExp[]): (number | null)[] {
  if (values.length === patterns.length) return [...values];
  return patterns.map((pattern) => values[columns.findIndex((column) => pattern.test(column))] ?? null);
}

function readThree(entries: readonly PlacedEntry[]): FoundRow[] {
  const found: FoundRow[] = [];
  let group: string | undefined;
  for (const { metric, columns, values, single, line } of entries) {
    const [, row = metric, column] = /^(?:(新收) (.+))$/u.exec(metric) ? [metric, '新收', metric.slice(3)] : [];
    const named = nameRow([fold(row)], group);
    group = named.group;
    if (named.id === undefined) continue;
    const cells = single && column ? { values: [single.value], columns: [column] } : { values, columns };
    const known =
      cells.values.length === APPLICANTS.length ||
      cells.columns.some((each) => /自然人/u.test(each)) ||
      column !== undefined;
    const lone = single && /结转/u.test(metric) && found.length > 0;
    if (!known && !lone) continue;
    const own =
      lone && !known
        ? APPLICANTS.map((_, index) => (index === APPLICANTS.length - 1 ? single.value : null))
        : place(cells.values, cells.columns, APPLICANT_PATTERNS);
    const before = found.findIndex(({ id }) => id === named.id);
    if (before < 0) found.push({ id: named.id, values: own, line });
    else if (column !== undefined)
      found[before] = {
        id: named.id,
        line: found[before]?.line ?? line,
        values: own.map((value, index) => value ?? found[before]?.values[index] ?? null),
      };
  }
  return found;
}

function readRows(entries: readonly PlacedEntry[], rows: readonly TableRow[], width: number): FoundRow[] {
  return entries.flatMap(({ metric, values, single, line }): FoundRow[] => {
    const row = rows.find(({ pattern }) => pattern.test(fold(metric)));
    if (!row) return [];
    // 行政许可 and the rows below it have one number.
    const lone = single && rows === TABLE_TWO_ROWS && /^(?:licences|penalties|coercion|charges)$/u.test(row.id);
    if (lone) return [{ id: row.id, values: [single.value, null, null], line }];
    return values.length === width ? [{ id: row.id, values, line }] : [];
  });
}

/** Tables told row by row in a listing, as collectors of reports write them. */
export function tablesOfListing(entries: readonly PlacedEntry[]): Partial<Record<TableName, ReportTable>> {
  const tables = {
    二: makeTable(TABLE_TWO_ROWS, RULE_COLUMNS, readRows(entries, TABLE_TWO_ROWS, RULE_COLUMNS.length)),
    三: makeTable(TABLE_THREE_ROWS, APPLICANTS, readThree(entries)),
    四: makeTable(TABLE_FOUR_ROWS, DISPUTE_COLUMNS, readRows(entries, TABLE_FOUR_ROWS, DISPUTE_COLUMNS.length)),
  };
  return Object.fromEntries(Object.entries(tables).filter(([, table]) => table !== undefined));
}
