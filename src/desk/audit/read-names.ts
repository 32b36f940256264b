import { type Executor, readStaffNames } from '../../store/index.ts';
import type { AuditEntry } from './audit-event.ts';

/** What people at the desk are called who did something in these entries, or to whom something was done, by their ids. */
export async function readNames(
  executor: Executor,
  entries: readonly AuditEntry[],
): Promise<Readonly<Record<string, string>>> {
  const ids = [...new Set(entries.flatMap(({ actor, subject }) => [actor, subject]))];
  const nameOf = await readStaffNames(executor, ids);
  return Object.fromEntries(ids.map((id) => [id, nameOf(id)]).filter(([id, name]) => id !== name));
}
