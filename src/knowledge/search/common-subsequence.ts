/** Length of the longest sequence found in both, in order but not necessarily together. */
export function commonSubsequence(a: Int32Array, b: Int32Array): number {
  let previous = new Int32Array(b.length + 1);
  let current = new Int32Array(b.length + 1);
  for (const left of a) {
    for (let at = 1; at <= b.length; at++) {
      current[at] =
        left === b[at - 1] ? (previous[at - 1] ?? 0) + 1 : Math.max(previous[at] ?? 0, current[at - 1] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? 0;
}
