import type { Executor } from './executor.ts';
import { isAmong } from './is-among.ts';

const ACCOUNT = /^staff:(\d{1,9})$/u;

/** Names of people by the ids events hold (`staff:3`); who has no account here is called by the id. */
export async function readStaffNames({ db }: Executor, ids: readonly string[]): Promise<(id: string) => string> {
  const accounts = ids.flatMap((id) => ACCOUNT.exec(id)?.[1] ?? []).map(Number);
  const rows =
    accounts.length === 0
      ? []
      : await db.selectFrom('staff').select(['id', 'name']).where(isAmong('id', accounts)).execute();
  const names = new Map(rows.map(({ id, name }) => [`staff:${id}`, name]));
  return (id) => names.get(id) ?? id;
}
