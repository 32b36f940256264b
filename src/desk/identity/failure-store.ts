import { type Executor, takeNextNumber } from '../../store/index.ts';

/** Remembers one failure under each key. */
export async function recordFailures(executor: Executor, keys: readonly string[], now: Date): Promise<void> {
  for (const key of keys) {
    const id = await takeNextNumber(executor, 'sign_in_failures');
    await executor.db.insertInto('sign_in_failures').values({ id, key, at: now.toISOString() }).execute();
  }
}

/** Instants of failures under a key since `since`, newest first, at most `most`. */
export async function readFailures(
  { db }: Executor,
  key: string,
  since: Date,
  most: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sign_in_failures')
    .select('at')
    .where('key', '=', key)
    .where('at', '>', since.toISOString())
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => row.at);
}

export async function forgetFailures({ db }: Executor, key: string): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('key', '=', key).execute();
}

export async function forgetOldFailures({ db }: Executor, before: Date): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('at', '<=', before.toISOString()).execute();
}
