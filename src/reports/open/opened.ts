import type { Refusal } from '../../imports/index.ts';
import type { ReportDocument } from '../document.ts';
import type { ReadProblem, ReportTable, TableName } from '../report.ts';

/** A file as far as it could be opened. */
export type Opened =
  | {
      readonly ok: true;
      readonly document: ReportDocument;
      /** What was made harmless or left out on the way. */
      readonly problems: readonly ReadProblem[];
      /** Tables given as data rather than as text. */
      readonly tables?: Partial<Record<TableName, ReportTable>>;
    }
  | Refusal;
