import type { Actor as CaseActor } from '../requests/index.ts';
import type { Executor } from '../store/index.ts';
import { readUnits } from './identity/index.ts';
import type { Actor } from './rights/index.ts';

/** Staff as the table of the regime knows them: by id, roles and the name of their unit. */
export async function asCaseActor(executor: Executor, { id, roles, unit }: Actor): Promise<CaseActor> {
  const name = unit === null ? undefined : (await readUnits(executor)).find((each) => each.id === unit)?.name;
  return { id: `staff:${id}`, roles, unit: name ?? null };
}
