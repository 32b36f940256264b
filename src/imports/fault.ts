/**
 * What keeps a file from being read, or what was made harmless in it. `code` is a key under `import.` in the messages; how
 * to mend a fault stands under `<code>_hint`.
 */
export interface FileProblem {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A larger file is none of ours. In bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

export interface Refusal {
  readonly ok: false;
  readonly fault: FileProblem;
}

export function refuseFile(code: string, values: FileProblem['values'] = {}): Refusal {
  return { ok: false, fault: { code, values } };
}

export const refuseTooLarge = (): Refusal => refuseFile('fault_too_large', { most: MOST_BYTES / MEGABYTE });
