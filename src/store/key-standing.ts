import type { Executor } from './executor.ts';
import type { MasterKey } from './key-ring.ts';
import { countByKey } from './reseal.ts';

/** A master key by its id, which tells nothing about it, and how many values it has sealed. */
export interface KeyStanding {
  readonly id: string;
  /** `first_format`: values of the first version, which name no key; `missing`: of a key that is not here. */
  readonly state: 'current' | 'old' | 'first_format' | 'missing';
  readonly values: number;
}

/** Every key there is and every one something stored names, the current one first. */
export async function readKeyStandings(
  executor: Executor,
  known: readonly Pick<MasterKey, 'id'>[],
): Promise<readonly KeyStanding[]> {
  const counts = await countByKey(executor);
  const ids = new Set([...known.map(({ id }) => id), ...counts.keys()]);
  return [...ids].map((id) => {
    const at = known.findIndex((each) => each.id === id);
    const state = id === 'v1' ? 'first_format' : at === 0 ? 'current' : at > 0 ? 'old' : 'missing';
    return { id, state, values: counts.get(id) ?? 0 };
  });
}
