import { Readable } from 'node:stream';
import type { ExportTable } from './list-tables.ts';

export const EXPORT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type ExportFormat = keyof typeof EXPORT_TYPES;

/** Excel takes no longer names of sheets, and none of these signs in them. */
const LONGEST_NAME = 31;
const nameSheet = (title: string) => title.replaceAll(/[\\/?*[\]:]/gu, ' ').slice(0, LONGEST_NAME);

/** Row by row, each table under its title; no cell begins a formula. */
async function writeCsv(tables: readonly ExportTable[]): Promise<Readable> {
  const { stringify } = await import('csv-stringify');
  const rows = tables.flatMap(({ title, rows: its }) => [[title], ...its.map((row) => [...row]), []]);
  return Readable.from(rows).pipe(
    stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows', relax_column_count: true } as never),
  );
}

/** A sheet per table. Text is written as text and numbers as numbers: there is no cell that could be a formula. */
async function writeXlsx(tables: readonly ExportTable[]): Promise<Readable> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = tables.map(({ title, rows }) => ({
    sheet: nameSheet(title),
    data: rows.map((row, index) =>
      row.map((value) => {
        if (value === null) return null;
        const weight = index === 0 ? ({ fontWeight: 'bold' } as const) : {};
        return typeof value === 'number' ? { type: Number, value, ...weight } : { type: String, value, ...weight };
      }),
    ),
  }));
  // Its types offer either form and thereby neither; without a stream to write to it gives one to read.
  const toStream = writeExcelFile(sheets).toStream as () => Promise<Readable>;
  return toStream();
}

/** The tables as a file to open in a spreadsheet, piece by piece. */
export async function writeExport(tables: readonly ExportTable[], format: ExportFormat): Promise<Readable> {
  return format === 'csv' ? writeCsv(tables) : writeXlsx(tables);
}
