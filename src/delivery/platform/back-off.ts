const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;

/** Milliseconds to wait after so many failed attempts: 1 s, doubled each time, at most 5 minutes. */
export function backOff(attempts: number): number {
  return Math.min(FIRST_MS * 2 ** Math.max(0, attempts - 1), LONGEST_MS);
}
