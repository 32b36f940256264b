import type { ReportTable } from '../report.ts';
import type { TableRow } from './rows-table.ts';

export interface FoundRow {
  readonly id: string;
  readonly values: readonly (number | null)[];
  readonly line: number;
}

/** Rows found in a file, put into the order of the form; a row found twice counts the first time. */
export function makeTable(
  rows: readonly TableRow[],
  columns: readonly string[],
  found: readonly FoundRow[],
): ReportTable | undefined {
  const kept = rows.flatMap((row) => {
    const own = found.find(({ id }) => id === row.id);
    return own ? [{ ...row, ...own }] : [];
  });
  if (kept.length === 0) return undefined;
  return {
    columns: [...columns],
    rows: kept.map(({ label }) => label),
    ids: kept.map(({ id }) => id),
    values: kept.map(({ values }) => values),
    lines: kept.map(({ line }) => line),
  };
}

/** The rows of two tables of one form as one; a row both hold is the first one's. */
export function mergeTables(
  rows: readonly TableRow[],
  first: ReportTable | undefined,
  second: ReportTable | undefined,
): ReportTable | undefined {
  const rowsOf = ({ ids, values, lines }: ReportTable) =>
    ids.map((id, index): FoundRow => ({ id, values: values[index] ?? [], line: lines[index] ?? 1 }));
  const [one, other] = [first, second].filter((table) => table !== undefined);
  return one && other ? makeTable(rows, one.columns, [...rowsOf(one), ...rowsOf(other)]) : (one ?? other);
}
