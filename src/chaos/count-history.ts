import type { History } from './history.ts';

/** How often what fell. Numbers in a note say how long or where; it is the kind that is counted. */
export function countBlows(history: History): Record<string, number> {
  const notes = history.flatMap((operation) => (operation.kind === 'nemesis' ? [operation.what] : []));
  const kinds = Map.groupBy(notes, (what) => what.replace(/ (?:at |for |[\w.]+\.(?:before|after)).*$/u, ''));
  return Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length]));
}

/** Time in which a server that was told to end may still answer. */
const ENDS_MS = 1000;
const DOWN = /^PostgreSQL down for (\d+) ms$/u;

/** Messages acknowledged while there was no database to store them in. */
export function countAckedWhileDown(history: History): number {
  const outages = history.flatMap((operation) => {
    const found = operation.kind === 'nemesis' ? DOWN.exec(operation.what) : null;
    return found ? [{ from: operation.at + ENDS_MS, until: operation.at + Number(found[1]) }] : [];
  });
  const acked = history.flatMap((operation) =>
    operation.kind === 'deliver' &&
    operation.how === 'acked' &&
    outages.some(({ from, until }) => operation.at >= from && operation.at <= until)
      ? [operation.id]
      : [],
  );
  return new Set(acked).size;
}
