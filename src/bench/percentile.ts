/** The value below which `share` of the values lie; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The middle value: one measurement that something held up tells nothing of what is measured. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
