import { z } from 'zod';
import { refuseFile } from '../../imports/index.ts';
import { documentOfBlocks } from '../document.ts';
import type { ReportTable, TableName } from '../report.ts';
import { readLabel } from '../tables/cells.ts';
import { type FoundRow, makeTable } from '../tables/make-table.ts';
import { nameRow } from '../tables/read-table-three.ts';
import {
  APPLICANT_PATTERNS,
  APPLICANTS,
  DISPUTE_COLUMNS,
  TABLE_FOUR_ROWS,
  TABLE_THREE_ROWS,
} from '../tables/rows-table.ts';
import type { Opened } from './opened.ts';

const cell = z.number().nullable();
const tableSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.string()),
  values: z.array(z.array(cell)),
});
const five = z.array(cell).length(DISPUTE_COLUMNS.length);
const disputesSchema = z.object({ review: five, direct: five, after_review: five });
/** A table 三 alone, with or without table 四 beside it, or the tables as `report import --json` writes them. */
const fileSchema = z.object({
  ...tableSchema.partial().shape,
  table4: disputesSchema.optional(),
  tables: z.object({ 二: tableSchema, 三: tableSchema, 四: tableSchema }).partial().optional(),
  authority: z.string().nullish(),
  year: z.number().int().nullish(),
});

type Data = z.infer<typeof tableSchema>;

function toTableThree({ columns, rows, values }: Data): ReportTable | undefined {
  const places = APPLICANT_PATTERNS.map((pattern) => columns.findIndex((column) => pattern.test(column)));
  let group: string | undefined;
  const found = rows.flatMap((label, index): FoundRow[] => {
    const named = nameRow([readLabel(label)], group);
    group = named.group;
    return named.id === undefined
      ? []
      : [{ id: named.id, values: places.map((at) => values[index]?.[at] ?? null), line: index + 1 }];
  });
  return makeTable(TABLE_THREE_ROWS, APPLICANTS, found);
}

function toTableFour(rows: readonly (readonly (number | null)[])[]): ReportTable | undefined {
  const found = rows.map((values, index) => ({ id: TABLE_FOUR_ROWS[index]?.id ?? '', values, line: 1 }));
  return makeTable(TABLE_FOUR_ROWS, DISPUTE_COLUMNS, found);
}

/** Reads tables given as JSON: `{columns, rows, values}` for table 三, `table4: {review, direct, after_review}`. */
export function readJsonTables(text: string): Opened {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuseFile('fault_json');
  }
  const parsed = fileSchema.safeParse(data);
  if (!parsed.success) return refuseFile('fault_json');
  const { columns, rows, values, table4, tables, authority, year } = parsed.data;
  const three = columns && rows && values ? { columns, rows, values } : tables?.三;
  const four = table4 ? [table4.review, table4.direct, table4.after_review] : tables?.四?.values;
  const read = { 三: three && toTableThree(three), 四: four && toTableFour(four) };
  const found = Object.entries(read).filter(([, table]) => table !== undefined);
  if (found.length === 0) return refuseFile('fault_json');
  const title = authority && year ? [`${authority}${year}年政府信息公开工作年度报告`] : [];
  return {
    ok: true,
    document: documentOfBlocks([...title]),
    problems: [],
    tables: Object.fromEntries(found) as Partial<Record<TableName, ReportTable>>,
  };
}
