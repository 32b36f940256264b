import type { ReportDocument } from '../document.ts';
import type { ReportTable } from '../report.ts';
import { splitRow } from './cells.ts';
import { type FoundRow, makeTable } from './make-table.ts';
import { RULE_COLUMNS, TABLE_TWO_ROWS } from './rows-table.ts';

const RULES = new Set(['regulations', 'normative-documents']);

/** Finds table 二: 规章 and 规范性文件 have three numbers, the others one (the first column). */
export function readTableTwo({ lines }: ReportDocument): ReportTable | undefined {
  const found = lines.flatMap(({ text, cells, line }): FoundRow[] => {
    const split =
      cells ??
      /^(\D*[^\d\s])\s+(\d+(?:\s+\d+){0,2})\s*$/u
        .exec(text.trim())
        ?.slice(1)
        .flatMap((part, index) => (index ? part.split(/\s+/u) : [part]));
    if (!split) return [];
    const { labels, values } = splitRow(split, RULE_COLUMNS.length);
    const label = labels.at(-1) ?? '';
    const row = TABLE_TWO_ROWS.find(({ pattern }) => pattern.test(label));
    if (!row || label.length > 16 || values.length === 0) return [];
    if (RULES.has(row.id)) return values.length === RULE_COLUMNS.length ? [{ id: row.id, values, line }] : [];
    return [{ id: row.id, values: [values[0] ?? 0, null, null], line }];
  });
  return makeTable(TABLE_TWO_ROWS, RULE_COLUMNS, found);
}
