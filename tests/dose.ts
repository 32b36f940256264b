/** How much of a random input to try: the usual amount, or what `DESK_TEST_DOSE` says when that is more. */
export function dose(usual: number): number {
  return Math.max(usual, Number(process.env.DESK_TEST_DOSE ?? 0));
}

/** Milliseconds a test of such an amount may take. */
export function doseTimeout(usual: number): number {
  return 30_000 + dose(usual) * 10;
}
