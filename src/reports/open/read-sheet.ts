import { readCsvRows, readXlsxRows } from '../../imports/index.ts';
import { documentOfBlocks, type ReportDocument } from '../document.ts';

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

/** Reads every sheet of a workbook. Undefined when it has more cells than a report. */
export async function readXlsx(bytes: Uint8Array): Promise<ReportDocument | undefined> {
  const rows = await readXlsxRows(bytes);
  return rows && documentOfBlocks(toBlocks(rows));
}

/** Reads separated rows. */
export async function readCsv(text: string): Promise<ReportDocument> {
  return documentOfBlocks(toBlocks(await readCsvRows(text)));
}
