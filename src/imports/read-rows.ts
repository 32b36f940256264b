import { type FileProblem, type Refusal, refuseFile } from './fault.ts';
import { sniffFile } from './sniff.ts';

/** A sheet with more cells than this was not written by people. */
const MOST_CELLS = 200_000;

export type Rows = readonly (readonly string[])[];

/** Comma, semicolon or tab separated rows. What looks like a formula is text. */
export async function readCsvRows(text: string): Promise<Rows> {
  const { parse } = await import('csv-parse/sync');
  const [head = ''] = text.split('\n');
  const delimiter = ['\t', ';', ','].find((mark) => head.includes(mark)) ?? ',';
  return parse(text, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
}

/** Rows of every sheet of a workbook; a formula counts as the value the file keeps for it. Undefined: too many cells. */
export async function readXlsxRows(bytes: Uint8Array): Promise<Rows | undefined> {
  const { default: readSheets } = await import('read-excel-file/node');
  const sheets = await readSheets(Buffer.from(bytes));
  const rows = sheets.flatMap(({ data }) =>
    data.map((row) =>
      row.map((cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))),
    ),
  );
  return rows.reduce((count, row) => count + row.length, 0) > MOST_CELLS ? undefined : rows;
}

/** Why a library could not open a file. Its own words speak of its insides; what matters is that the file does not hold. */
export function explainFailure(error: unknown): Refusal {
  return refuseFile(/password|encrypt/iu.test(String(error)) ? 'fault_locked' : 'fault_damaged');
}

/** Rows of a CSV or XLSX file from outside, read safely. `problems` are macros and formulas, which were not run. */
export async function readRows(
  bytes: Uint8Array,
): Promise<{ readonly ok: true; readonly rows: Rows; readonly problems: readonly FileProblem[] } | Refusal> {
  const sniffed = await sniffFile(bytes);
  if (!sniffed.ok) return sniffed;
  try {
    if (sniffed.kind === 'text') return { ok: true, rows: await readCsvRows(sniffed.text), problems: [] };
    if (sniffed.kind !== 'xlsx') return refuseFile('fault_no_rows');
    const rows = await readXlsxRows(bytes);
    return rows
      ? { ok: true, rows, problems: sniffed.problems }
      : refuseFile('fault_too_many_cells', { most: MOST_CELLS });
  } catch (error) {
    return explainFailure(error);
  }
}
