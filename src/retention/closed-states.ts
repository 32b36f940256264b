import type { Regime } from '../knowledge/schema/regime.ts';

/** Of requests that an earlier version answered. */
const BEFORE_REGIMES = ['answered'];

/** Ids of the states in which nothing more is done about a request, of every regime. */
export function listClosedStates(regimes: readonly Regime[]): readonly string[] {
  const states = regimes.flatMap((regime) => regime.states.filter(({ open }) => !open).map(({ id }) => id));
  return [...new Set([...states, ...BEFORE_REGIMES])];
}
