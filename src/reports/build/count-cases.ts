import { type Day, yearOf } from '../../day.ts';
import type { ReportTable } from '../report.ts';
import {
  APPLICANTS,
  DISPUTE_COLUMNS,
  rowOfForm,
  TABLE_FOUR_ROWS,
  type TableRow,
  tableThreeForm,
} from '../tables/rows-table.ts';
import type { ReportCase } from './report-case.ts';

/** The days a report speaks of, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** A table with the numbers of the cases behind each cell: `cases[row][column]`. */
export interface CountedTable extends ReportTable {
  readonly cases: readonly (readonly (readonly string[])[])[];
}

/** Column of `尚未审结` in table 四. */
const UNDECIDED = 3;

class Counter {
  readonly #cells = new Map<string, string[]>();

  /** Counts a case in a cell and in its row's total. */
  add(row: string, column: number, total: number, number: string): void {
    for (const key of [`${row}/${column}`, `${row}/${total}`]) {
      const cell = this.#cells.get(key) ?? [];
      cell.push(number);
      this.#cells.set(key, cell);
    }
  }

  table(rows: readonly TableRow[], columns: readonly string[]): CountedTable {
    const cases = rows.map(({ id }) => columns.map((_, column) => this.#cells.get(`${id}/${column}`) ?? []));
    return {
      columns: [...columns],
      rows: rows.map(({ label }) => label),
      ids: rows.map(({ id }) => id),
      values: cases.map((row) => row.map((cell) => cell.length)),
      lines: rows.map((_, index) => index + 1),
      cases,
    };
  }
}

/**
 * Table 三 in the form of the span's year: requests received in the span, those of before still open at its beginning, what
 * became of those that ended in it, and those open at its end.
 */
export function countRequests(cases: readonly ReportCase[], { from, to }: Span): CountedTable {
  const counter = new Counter();
  const form = tableThreeForm(yearOf(to));
  const total = APPLICANTS.length - 1;
  for (const { number, applicant, receivedOn, endedOn, row } of cases) {
    if (receivedOn === null || receivedOn > to) continue;
    // An end noted for a day before the receipt is taken for the day of receipt.
    const ended = endedOn !== null && endedOn < receivedOn ? receivedOn : endedOn;
    if (ended !== null && ended < from) continue;
    const add = (id: string) => counter.add(id, applicant, total, number);
    add(receivedOn >= from ? 'new' : 'carried-over');
    if (ended === null || ended > to) add('carried-on');
    else {
      add(rowOfForm(form, row));
      add('handled');
    }
  }
  return counter.table(form, APPLICANTS);
}

/** Table 四: reviews and lawsuits decided in the span by their result, and those undecided at its end. */
export function countDisputes(cases: readonly ReportCase[], { from, to }: Span): CountedTable {
  const counter = new Counter();
  const total = DISPUTE_COLUMNS.length - 1;
  for (const { number, disputes } of cases) {
    for (const { row, lodgedOn, decidedOn, result } of disputes) {
      if (lodgedOn > to || (decidedOn !== null && decidedOn < from)) continue;
      const open = decidedOn === null || decidedOn > to;
      counter.add(row, open ? UNDECIDED : (result ?? 2), total, number);
    }
  }
  return counter.table(TABLE_FOUR_ROWS, DISPUTE_COLUMNS);
}
