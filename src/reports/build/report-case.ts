import type { Day } from '../../day.ts';

/** A review or a lawsuit about the answer to a request. */
export interface Dispute {
  /** Row of table 四. */
  readonly row: 'review' | 'direct' | 'after-review';
  readonly lodgedOn: Day;
  readonly decidedOn: Day | null;
  /** Column of table 四 from 0: 维持, 纠正, 其他; null while it is undecided. */
  readonly result: number | null;
}

/** What the annual report has to know of a request. */
export interface ReportCase {
  readonly number: string;
  /** Column of table 三 from 0, 自然人 to 其他. */
  readonly applicant: number;
  /** Null while receipt has not been confirmed: such a request is not counted yet. */
  readonly receivedOn: Day | null;
  /** Day it was answered or ended otherwise; null while it is open. */
  readonly endedOn: Day | null;
  /** Id of the row of table 三 its end is counted in. */
  readonly row: string;
  readonly disputes: readonly Dispute[];
}
