/** Where a thing stands in a file: keys and list indexes from the top. */
export type FieldPath = readonly (string | number)[];

/** What a rule found, before it is put into words. `code` names two texts of `check.yaml`: `code` and `code_mend`. */
export interface Finding {
  readonly file: string;
  readonly path: FieldPath;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly severity: 'error' | 'warning';
}

/** A fault in a knowledge file as it is shown to the person who edits it. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
  readonly severity: 'error' | 'warning';
}

/** A finding that must be mended before the knowledge can be used. */
export function errorAt(file: string, path: FieldPath, code: string, values: Finding['values'] = {}): Finding {
  return { file, path, code, values, severity: 'error' };
}

/** A finding that somebody should look at; the knowledge can be used meanwhile. */
export function warningAt(file: string, path: FieldPath, code: string, values: Finding['values'] = {}): Finding {
  return { file, path, code, values, severity: 'warning' };
}
