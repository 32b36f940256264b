import type { Executor } from './executor.ts';

/** How many waits an estimate looks back upon, and how far. */
const MOST = 40;
const DAYS = 28;

/** Waits that ended with a person lately, newest first. Instants are ISO 8601. */
export async function readPastWaits(
  { db }: Executor,
  now: Date,
): Promise<readonly { readonly joinedAt: string; readonly claimedAt: string }[]> {
  const rows = await db
    .selectFrom('queue')
    .select(['joined_at', 'left_at'])
    .where('claimed_by', 'is not', null)
    .where('returned_at', 'is', null)
    .where('joined_at', '>=', new Date(now.getTime() - DAYS * 86_400_000).toISOString())
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.flatMap(({ joined_at: joinedAt, left_at: claimedAt }) =>
    claimedAt === null ? [] : [{ joinedAt, claimedAt }],
  );
}
