/** Counts what comes in, in windows of time, to hold back who sends too much. Counts may be lost; nothing else rests on them. */
export interface Counters {
  /** Counts one more of `key` in the window of `windowMs` that `at` (milliseconds since 1970) lies in, and gives how many there were. Never throws. */
  readonly add: (key: string, windowMs: number, at: number) => Promise<number>;
}

/** Counts of this process alone. */
export function createLocalCounters(): Counters {
  const open = new Map<number, { readonly window: number; readonly counts: Map<string, number> }>();
  return {
    async add(key, windowMs, at) {
      const window = Math.floor(at / windowMs);
      let current = open.get(windowMs);
      if (current?.window !== window) {
        // Counts of past windows decide nothing any more; dropping them all keeps memory bounded.
        current = { window, counts: new Map() };
        open.set(windowMs, current);
      }
      const seen = (current.counts.get(key) ?? 0) + 1;
      current.counts.set(key, seen);
      return seen;
    },
  };
}
