/** What was counted of one thing on a day, and on the same weekday of the weeks before, the nearest first. */
export interface DayCount {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly before: readonly number[];
}

/** Something asked far more often than on that weekday otherwise, with what it is measured by. */
export interface Spike extends DayCount {
  /** Mean of the weeks before, to one decimal. */
  readonly usual: number;
  /** The count from which on it would have been a spike. */
  readonly from: number;
}

/** Fewer on a day are never a spike: three neighbours asking the same are no event. */
const LEAST = 5;
/** So many times the spread of a count that comes by chance (the root of its mean) above the mean. */
const SPREADS = 3;

/** A count with what it is measured by. */
export function measure(counted: DayCount): Spike {
  const { before } = counted;
  const mean = before.reduce((sum, count) => sum + count, 0) / Math.max(1, before.length);
  const from = Math.max(LEAST, Math.ceil(mean + SPREADS * Math.sqrt(mean + 1)));
  return { ...counted, usual: Math.round(mean * 10) / 10, from };
}

/**
 * Spikes of a day, the largest excess first. The baseline is the same weekday of the weeks before, because offices are
 * asked otherwise on Mondays than on Sundays; its spread is taken as that of counts by chance (Poisson).
 */
export function findSpikes(counted: readonly DayCount[]): readonly Spike[] {
  return counted
    .map(measure)
    .filter(({ count, from }) => count >= from)
    .toSorted((a, b) => b.count - b.from - (a.count - a.from) || (a.id < b.id ? -1 : 1));
}
