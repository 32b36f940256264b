import type { ReportDocument } from '../document.ts';
import type { ReadProblem, ReportTable, TableName } from '../report.ts';

/** A file larger than this is no report. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** A file as far as it could be opened. A fault's `code` is a key under `report.`; its mend stands under `<code>_hint`. */
export type Opened =
  | {
      readonly ok: true;
      readonly document: ReportDocument;
      /** What was made harmless or left out on the way. */
      readonly problems: readonly ReadProblem[];
      /** Tables given as data rather than as text. */
      readonly tables?: Partial<Record<TableName, ReportTable>>;
    }
  | { readonly ok: false; readonly fault: ReadProblem };

export function refuse(code: string, values: ReadProblem['values'] = {}): Opened {
  return { ok: false, fault: { code, values } };
}
