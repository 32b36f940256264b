import { type SchemaModule, sql } from 'kysely';

/**
 * 34: messages that wait are found by an index that holds all that is asked of them. With the one before, whoever looked
 * for the next one read every row of those who wrote and wrote.
 */
export async function findWaitingMessages(schema: SchemaModule): Promise<void> {
  await schema.dropIndex('inbox_pending').execute();
  await schema
    .createIndex('inbox_waiting')
    .on('inbox')
    .columns(['channel', 'arrival', 'set_aside_at', 'result'])
    .where(sql.ref('result'), 'is', null)
    .execute();
}
