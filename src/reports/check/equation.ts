/** One number of an equation, by the name people know it by. */
export interface Term {
  readonly name: string;
  readonly value: number;
}

/** What must be equal, and where it stands. */
export interface Equation {
  /** A key under `report.` that says what must hold. */
  readonly code: string;
  /** Words that go into the text of `code`. */
  readonly about: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Lines of the file the numbers stand on. */
  readonly lines: readonly number[];
  /** The sentence, where it is prose. */
  readonly quote?: string;
  /** Names of terms the file leaves out, which count as 0. */
  readonly assumed?: readonly string[];
}

/** An equation that does not hold. `difference` is left less right. */
export interface Mismatch extends Equation {
  readonly sums: { readonly left: number; readonly right: number };
  readonly difference: number;
}

/** Decimals beyond the fourth come from adding, not from the report. */
export const exact = (value: number) => Math.round(value * 1e4) / 1e4;
export const total = (terms: readonly Term[]) => exact(terms.reduce((sum, { value }) => sum + value, 0));

/** The mismatch of an equation that does not hold; undefined for one that does. */
export function solve(equation: Equation): Mismatch | undefined {
  const sums = { left: total(equation.left), right: total(equation.right) };
  const difference = exact(sums.left - sums.right);
  return difference === 0 ? undefined : { ...equation, sums, difference };
}
