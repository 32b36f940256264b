import { stringify } from 'csv-stringify/sync';
import { formOf } from './build-report.ts';
import type { ComposedReport } from './compose-report.ts';
import type { CountedTable } from './count-cases.ts';

interface DataCell {
  readonly table: string;
  readonly id: string;
  readonly row: string;
  readonly column: string;
  /** Null where nobody has entered it yet. */
  readonly value: number | null;
}

function listCells(name: string, { ids, rows, columns, values }: CountedTable): DataCell[] {
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

function listEntered({ tableTwo, enteredFigures }: ComposedReport): DataCell[] {
  const two = tableTwo.flatMap(({ id, label, columns, values }) =>
    columns.map((column, index) => ({ table: '二', id, row: label, column, value: values[index] ?? null })),
  );
  const figures = enteredFigures.map(({ id, label, unit, value }) => ({
    table: '一',
    id,
    row: label,
    column: unit,
    value,
  }));
  return [...figures, ...two];
}

/** Every cell on a line of its own: CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Chinese. */
export function writeReportCsv(report: ComposedReport): string {
  const { tables } = report;
  return stringify([...listEntered(report), ...listCells('三', tables.三), ...listCells('四', tables.四)], {
    header: true,
    columns: ['table', 'id', 'row', 'column', 'value'],
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

const plain = ({ columns, rows, ids, values }: CountedTable) => ({ columns, rows, ids, values });

/** The report for programs, in the shape in which reports are read in. No case is named. */
export function reportData(report: ComposedReport) {
  const { authority, year, asOf, preview, tables, check, title, sections, tableTwo, enteredFigures, gaps } = report;
  return {
    authority,
    year,
    form: formOf(year),
    title,
    asOf,
    preview,
    reconciled: check.ok,
    gaps,
    sections: sections.map(({ heading, parts }) => ({
      heading,
      paragraphs: parts.flatMap((part) => ('id' in part ? [{ id: part.id, text: part.text }] : [])),
    })),
    figures: enteredFigures,
    published: tableTwo,
    tables: { 三: plain(tables.三), 四: plain(tables.四) },
  };
}
