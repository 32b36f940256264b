import { documentOfBlocks, type ReportDocument } from '../document.ts';

/** A sheet with more cells than this is no report. */
const MOST_CELLS = 200_000;

const isFilled = (cell: string) => cell.trim() !== '';

/** Rows without the empty columns right of their table: a sheet pads each to the width of its widest. */
function trimRows(rows: readonly (readonly string[])[]): (readonly string[])[] {
  const width = Math.max(...rows.map((row) => row.findLastIndex(isFilled) + 1));
  return rows.map((row) => row.slice(0, width));
}

/** A row of one filled cell is a heading or a paragraph; the rows between two of these are a table. */
function toBlocks(rows: readonly (readonly string[])[]): (string | readonly string[])[] {
  const blocks: (string | readonly string[])[] = [];
  let table: (readonly string[])[] = [];
  const end = () => {
    if (table.length > 0) blocks.push(...trimRows(table));
    table = [];
  };
  for (const row of rows) {
    const filled = row.filter(isFilled);
    if (filled.length > 1) table.push(row);
    else {
      end();
      blocks.push(...filled);
    }
  }
  end();
  return blocks;
}

/** Reads every sheet of a workbook; a formula counts as the value the file keeps for it. */
export async function readXlsx(bytes: Uint8Array): Promise<ReportDocument | undefined> {
  const { default: readSheets } = await import('read-excel-file/node');
  const sheets = await readSheets(Buffer.from(bytes));
  const rows = sheets.flatMap(({ data }) =>
    data.map((row) =>
      row.map((cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))),
    ),
  );
  return rows.reduce((count, row) => count + row.length, 0) > MOST_CELLS ? undefined : documentOfBlocks(toBlocks(rows));
}

/** Reads comma, semicolon or tab separated rows. What looks like a formula is text. */
export async function readCsv(text: string): Promise<ReportDocument> {
  const { parse } = await import('csv-parse/sync');
  const [head = ''] = text.split('\n');
  const delimiter = ['\t', ';', ','].find((mark) => head.includes(mark)) ?? ',';
  const rows = parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  return documentOfBlocks(toBlocks(rows));
}
