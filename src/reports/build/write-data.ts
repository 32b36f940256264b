import { stringify } from 'csv-stringify/sync';
import type { BuiltReport } from './build-report.ts';
import type { CountedTable } from './count-cases.ts';

function listCells(name: string, { ids, rows, columns, values }: CountedTable) {
  return ids.flatMap((id, row) =>
    columns.map((column, index) => ({
      table: name,
      id,
      row: rows[row] ?? '',
      column,
      value: values[row]?.[index] ?? 0,
    })),
  );
}

/** Every cell on a line of its own: CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Chinese. */
export function writeReportCsv({ tables }: BuiltReport): string {
  return stringify([...listCells('三', tables.三), ...listCells('四', tables.四)], {
    header: true,
    columns: ['table', 'id', 'row', 'column', 'value'],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

const plain = ({ columns, rows, ids, values }: CountedTable) => ({ columns, rows, ids, values });

/** The tables for programs, in the shape in which reports are read in. No case is named. */
export function reportData({ authority, year, asOf, preview, tables, check }: BuiltReport) {
  return {
    authority,
    year,
    form: '2021',
    asOf,
    preview,
    reconciled: check.ok,
    tables: { 三: plain(tables.三), 四: plain(tables.四) },
  };
}
