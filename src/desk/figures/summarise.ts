/** Sums and shares of what the store counted. Shares are from 0 to 1; null where there is nothing to share. */

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

interface Countable {
  readonly count: number;
}

export function sum(rows: readonly Countable[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

/** Adds up rows of the same name, most first. */
export function sumBy<Row extends Countable>(rows: readonly Row[], nameOf: (row: Row) => string) {
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(nameOf(row), (totals.get(nameOf(row)) ?? 0) + row.count);
  return [...totals].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count);
}

/** The middle and the 90th in a hundred of some times, by nearest rank; null of none. */
export function spread(times: readonly (number | null)[]) {
  const sorted = times.filter((time) => time !== null).toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
  return { many: sorted.length, median: at(0.5), ninetieth: at(0.9) };
}

interface ByChannel extends Countable {
  readonly day: string;
  readonly channel: string;
}

/** Each channel's share of a month, months in order; `online`: of all that came by a network (网投占比). */
export function shareMonths(rows: readonly ByChannel[], offline: string) {
  const months = Map.groupBy(rows, ({ day }) => day.slice(0, 7));
  return [...months]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, its]) => {
      const channels = sumBy(its, ({ channel }) => channel);
      const count = sum(its);
      const online = sum(channels.filter(({ name }) => name !== offline));
      return { month, count, online: share(online, count), channels };
    });
}
