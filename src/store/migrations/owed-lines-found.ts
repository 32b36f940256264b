import { type SchemaModule, sql } from 'kysely';

/**
 * 18: lines owed are found by an index that holds all that is asked of them. The one before was passed over for the
 * key of the table, and every look read all lines of the channel.
 */
export async function findOwedLines(schema: SchemaModule): Promise<void> {
  await schema.dropIndex('lines_owed').execute();
  await schema
    .createIndex('lines_owed')
    .on('lines')
    .columns(['channel', 'delivered_at', 'undeliverable', 'conversation', 'seq', 'next_at'])
    .where(sql.ref('delivered_at'), 'is', null)
    .where(sql.ref('undeliverable'), 'is', null)
    .execute();
}
