import { sql } from 'kysely';
import type { Store } from '../store/index.ts';

/** How many bytes PostgreSQL has written to its log since the beginning of its days. */
export async function readWalPosition({ db }: Store): Promise<number> {
  const query = sql<{ at: number }>`select pg_current_wal_lsn() - '0/0' as at`;
  return (await query.execute(db)).rows[0]?.at ?? 0;
}
