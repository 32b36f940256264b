/** How much of a random input to try: the usual amount, or what `DESK_TEST_DOSE` says when that is more. */
export function dose(usual: number): number {
  return Math.max(usual, Number(process.env.DESK_TEST_DOSE ?? 0));
}

/** Milliseconds a test of such an amount may take; a larger dose takes as long as it takes. */
export function doseTimeout(usual: number): number {
  return process.env.DESK_TEST_DOSE ? 3_600_000 : 30_000 + usual * 10;
}
