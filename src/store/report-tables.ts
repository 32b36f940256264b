/** The year's reports. Public: nothing in them says who asked. */
interface AnnualReportsTable {
  year: number;
  /** JSON of what staff entered. */
  entered: string;
  /** Grows with every change. */
  version: number;
  /** JSON array of the ids of all who changed it. */
  writers: string;
  changed_at: string;
  /** JSON of the whole report; null until it is approved, and never changed afterwards. */
  content: string | null;
  /** SHA-256 of `content`, hex. */
  hash: string | null;
  approved_by: number | null;
  approved_at: string | null;
}

/** Numbered digests. Counts only: of what people wrote nothing stands in them. */
interface DigestsTable {
  kind: 'daily' | 'important' | 'due';
  year: number;
  /** From 1 within kind and year, without gaps. */
  number: number;
  on_day: string;
  /** What an important one is about; empty for the others. */
  about: string;
  /** JSON. */
  content: string;
  made_at: string;
}

export interface ReportTables {
  digests: DigestsTable;
  annual_reports: AnnualReportsTable;
}
