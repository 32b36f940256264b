import type { FileProblem } from '../imports/index.ts';
import type { Position } from './document.ts';

/** Which of the prescribed forms a report has: prose of before 2019, the tables of 2019 (60号), or those of 2021 (30号). */
export type ReportForm = 'free-text' | '2019' | '2021';

/** One figure a report states. */
export interface ReportFigure {
  /** What is counted, in the report's words. */
  readonly metric: string;
  /** As written with its unit (67.45 and 万条); in units of one where the report says 余 or 多; text for 3/0/15. */
  readonly value: number | string;
  /** Upper end of a range. */
  readonly to?: number;
  readonly unit: string;
  /** The value in units of one: 674500 for 67.45万条. Absent for text. */
  readonly amount?: number;
  readonly approximate: boolean;
  readonly year: number | null;
  readonly section: string | null;
  /** The sentence, row or line it was read from, verbatim. */
  readonly quote: string;
  readonly position: Position;
  /** prose; the table it stands in; a listing of names and values; or words for none at all (未收到申请). */
  readonly from: 'prose' | '二' | '三' | '四' | 'table' | 'listing' | 'none';
  /** The metric of the figure this is a part of (其中, brackets). */
  readonly of?: string;
  /** How the report tells the part: 其中, or in brackets after the whole. */
  readonly within?: 'among' | 'brackets';
  /** The sentence's own name for it, where a listing gave it another. */
  readonly said?: string;
  /** Line of the listing that names a figure of the prose. */
  readonly listedOn?: number;
  /** true for one number of a row told as one. */
  readonly row?: true;
  /** Values of a row told as one: 3/0/15. */
  readonly values?: readonly number[];
}

export interface ReportSection {
  /** 一, （一）, or empty where the heading has no number. */
  readonly number: string;
  readonly heading: string;
  readonly line: number;
  readonly offset: number;
}

/**
 * A table of a report: `values[row][column]`, null where the file leaves the cell out altogether. `rows` are labels in
 * the words of the prescribed form, `ids` the same rows for programs.
 */
export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly ids: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
  /** Line each row stands on. */
  readonly lines: readonly number[];
}

export type TableName = '二' | '三' | '四';

/** Something the reader could not take as it stands. */
export type ReadProblem = FileProblem;

/** A report as it was read: what `report import --json` prints. */
export interface ReadReport {
  readonly authority: string | null;
  readonly year: number | null;
  readonly form: ReportForm;
  readonly sections: readonly ReportSection[];
  readonly figures: readonly ReportFigure[];
  readonly tables: Readonly<Partial<Record<TableName, ReportTable>>>;
  readonly problems: readonly ReadProblem[];
}
