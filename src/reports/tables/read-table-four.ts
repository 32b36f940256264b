import type { ReportDocument } from '../document.ts';
import type { ReportTable } from '../report.ts';
import { readCell } from './cells.ts';
import { type FoundRow, makeTable } from './make-table.ts';
import { DISPUTE_COLUMNS, TABLE_FOUR_ROWS } from './rows-table.ts';

const WIDTH = DISPUTE_COLUMNS.length;
const ALL = WIDTH * TABLE_FOUR_ROWS.length;

/** Finds table 四: one row of fifteen numbers below the headings 结果维持 … 总计, three times over. */
export function readTableFour({ lines }: ReportDocument): ReportTable | undefined {
  const head = lines.findIndex(
    ({ text }) => /结果\s*维持|维持/u.test(text) && /纠正/u.test(text) && /审结/u.test(text),
  );
  if (head < 0) return undefined;
  for (const { text, cells, line } of lines.slice(head + 1, head + 12)) {
    const parts = cells ?? text.trim().split(/\s+/u);
    const numbers = parts.map(readCell);
    if (numbers.length < ALL || numbers.slice(-ALL).includes(undefined)) continue;
    const values = numbers.slice(-ALL).map((value) => value ?? 0);
    const found = TABLE_FOUR_ROWS.map(
      ({ id }, index): FoundRow => ({ id, values: values.slice(index * WIDTH, (index + 1) * WIDTH), line }),
    );
    return makeTable(TABLE_FOUR_ROWS, DISPUTE_COLUMNS, found);
  }
  return undefined;
}
