import type { BuiltReport } from './build-report.ts';
import type { CountedTable } from './count-cases.ts';

/** A row's number in the form: （三）不予公开 1.属于国家秘密 is (三)1. Rows without one have none. */
export function numberRow(label: string): string | undefined {
  const [, group, item = ''] = /^（([一二三四五六七])）[^\d]*(?:(\d)\.)?/u.exec(label) ?? [];
  return group === undefined ? undefined : `(${group})${item}`;
}

function findIn(table: CountedTable, row: string, column: string): readonly string[] | undefined {
  const named = row.replaceAll('（', '(').replaceAll('）', ')');
  const at = table.ids.findIndex((id, index) => id === row || numberRow(table.rows[index] ?? '') === named);
  const across = table.columns.findIndex((each, index) => each === column || String(index + 1) === column);
  return table.cases[at]?.[across];
}

/** Numbers of the cases behind a cell: row by id or number in the form, column by name or place. Undefined: no such cell. */
export function readCases({ tables }: BuiltReport, row: string, column: string): readonly string[] | undefined {
  return findIn(tables.三, row, column) ?? findIn(tables.四, row, column);
}
