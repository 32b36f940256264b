import type { ReportDocument } from '../document.ts';
import type { ReportTable } from '../report.ts';
import { splitRow } from './cells.ts';
import { type FoundRow, makeTable } from './make-table.ts';
import { APPLICANTS, GROUPS, TABLE_THREE_ROWS } from './rows-table.ts';

const WIDTH = APPLICANTS.length;

/** A row of labels and numbers, whatever form the file had. */
export interface LabelledRow {
  readonly labels: readonly string[];
  readonly values: readonly number[];
  readonly line: number;
}

/** Lines of text that end in seven numbers are rows too: what a PDF leaves of a table. */
function rowsOf({ lines }: ReportDocument): LabelledRow[] {
  return lines.flatMap(({ text, cells, line }): LabelledRow[] => {
    const split = cells ?? /^(?<label>.*?[^\d\s])??\s*(?<numbers>\d+(?:\s+\d+){6})\s*$/u.exec(text.trim())?.slice(1);
    if (!split) return [];
    const own = cells ? splitRow(cells, WIDTH) : splitRow([split[0] ?? '', ...(split[1] ?? '').split(/\s+/u)], WIDTH);
    const blank = cells?.every((cell) => cell.trim() === '') ?? false;
    return blank ? [] : [{ ...own, line }];
  });
}

/** Which row of the form the labels name; the group is remembered from row to row. */
export function nameRow(
  labels: readonly string[],
  group: string | undefined,
): { id: string | undefined; group: string | undefined } {
  const whole = labels.join('');
  const now = GROUPS.find(([, pattern]) => pattern.test(whole))?.[0] ?? group;
  const own = (label: string) =>
    TABLE_THREE_ROWS.find((row) => row.pattern.test(label) && (row.group === undefined || row.group === now))?.id;
  return {
    id: [...labels].reverse().reduce<string | undefined>((id, label) => id ?? own(label), undefined) ?? own(whole),
    group: now,
  };
}

/** Finds table 三: rows of the form with seven numbers each. In a file that lost the labels the order of all 25 tells. */
export function readTableThree(document: ReportDocument): ReportTable | undefined {
  const rows = rowsOf(document);
  const found: FoundRow[] = [];
  let group: string | undefined;
  for (const { labels, values, line } of rows) {
    const named = nameRow(labels, group);
    group = named.group;
    if (named.id !== undefined && values.length === WIDTH) found.push({ id: named.id, values, line });
  }
  const full = rows.filter(({ values }) => values.length === WIDTH);
  if (found.length < TABLE_THREE_ROWS.length && full.length === TABLE_THREE_ROWS.length) {
    const inOrder = full.map(({ values, line }, index) => ({ id: TABLE_THREE_ROWS[index]?.id ?? '', values, line }));
    return makeTable(TABLE_THREE_ROWS, APPLICANTS, inOrder);
  }
  return makeTable(TABLE_THREE_ROWS, APPLICANTS, found);
}
