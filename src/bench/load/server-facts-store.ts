import { sql } from 'kysely';
import type { Store } from '../../store/index.ts';

/** How many bytes PostgreSQL has written to its log since the beginning of its days. */
export async function readWalPosition({ db }: Store): Promise<number> {
  const query = sql<{ at: number }>`select pg_current_wal_lsn() - '0/0' as at`;
  return (await query.execute(db)).rows[0]?.at ?? 0;
}

/** Processes of the server that serve connections to this database now. */
export async function readServerPids({ db }: Store): Promise<readonly number[]> {
  const query = sql<{ pid: number }>`select pid from pg_stat_activity where datname = current_database()`;
  return (await query.execute(db)).rows.map(({ pid }) => pid);
}
