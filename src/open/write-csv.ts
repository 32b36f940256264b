import { stringify } from 'csv-stringify/sync';
import type { OpenFigure } from './schema.ts';

const COLUMNS = ['year', 'id', 'metric', 'value', 'unit', 'approximate', 'section', 'quote', 'note', 'report', 'url'];

/** Figures as CSV (RFC 4180), with a byte order mark so that spreadsheets read the Chinese; no cell begins a formula. */
export function writeFiguresCsv(figures: readonly OpenFigure[]): string {
  return stringify([...figures], {
    header: true,
    columns: COLUMNS,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
}
