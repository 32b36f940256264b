import { type QueryExecutorProvider, type SchemaModule, sql } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/**
 * 31: requests filed before migration 11 get the columns that follow from their log since: how many events it has, how
 * the request came – then over the internet alone – and, of one withdrawn, how it ended (C3 in the list of outcomes).
 */
export async function deriveOlderRequests(
  _schema: SchemaModule,
  _platform: StorePlatform,
  db: QueryExecutorProvider,
): Promise<void> {
  await sql`
    update requests set
      version = (select count(*) from request_events where request_events.number = requests.number),
      way = 'internet',
      outcome = case when state = 'withdrawn' then 'C3' else outcome end
    where version = 0`.execute(db);
}
