import type { Regime } from '../knowledge/schema/regime.ts';

/** Added by the desk itself: days and numbers. */
const OWN = ['lastDay', 'running'];

/**
 * Tells the fields of events with a fixed list of values, a day or a number from those people write in: the case is
 * derived and counted from the first alone. A field any regime lets people write in is not kept.
 */
export function readKeptFields(regimes: readonly Regime[]): (field: string) => boolean {
  const fields = regimes.flatMap((regime) => regime.fields);
  const written = new Set(fields.filter(({ type }) => type === 'text').map(({ id }) => id));
  const kept = new Set([...OWN, ...fields.map(({ id }) => id)].filter((id) => !written.has(id)));
  return (field) => kept.has(field);
}
