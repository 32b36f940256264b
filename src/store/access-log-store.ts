import type { Executor } from './executor.ts';
import { takeNextNumber } from './sequence-store.ts';

/** Who looked at personal data, at what, and why. */
export interface Access {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly reason: string;
}

/** Records a look at personal data, in the transaction that reads it: without the record nothing is shown. */
export async function recordAccess(executor: Executor, access: Access): Promise<void> {
  const id = await takeNextNumber(executor, 'access_log');
  await executor.db
    .insertInto('access_log')
    .values({ id, ...access })
    .execute();
}

/** All recorded looks, newest first. */
export async function readAccesses({ db }: Executor): Promise<readonly Access[]> {
  return db.selectFrom('access_log').select(['at', 'who', 'what', 'reason']).orderBy('id', 'desc').execute();
}
