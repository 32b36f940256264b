const fold = (name: string) => name.replaceAll(/其中|[\s“”"（）()《》、，,/]|表[二三四]|table\d/gu, '');

/** From 0 to 1: how much of the shorter of two names stands in the other, by its characters in order. */
export function likeness(one: string, other: string): number {
  const [short, long] = [fold(one), fold(other)].toSorted((a, b) => a.length - b.length);
  if (!short || !long) return 0;
  // Longest common subsequence.
  let row = Array.from({ length: long.length + 1 }, () => 0);
  for (const mark of short) {
    const next = [0];
    for (let at = 0; at < long.length; at += 1) {
      next.push(mark === long[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    }
    row = next;
  }
  return (row[long.length] ?? 0) / short.length;
}
