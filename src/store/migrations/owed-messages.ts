import { type SchemaModule, sql } from 'kysely';

/** 2: messages accepted but not handled yet, and lines on their way to a platform. */
export async function addOwedMessages(schema: SchemaModule): Promise<void> {
  await schema
    .alterTable('inbox')
    .addColumn('arrival', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('inbox').addColumn('set_aside_at', 'text').execute();
  await schema
    .alterTable('lines')
    .addColumn('parts_sent', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('lines').addColumn('next_at', 'text').execute();
  await schema.alterTable('lines').addColumn('undeliverable', 'text').execute();
  await schema
    .createIndex('inbox_pending')
    .on('inbox')
    .columns(['channel', 'arrival'])
    .where(sql.ref('result'), 'is', null)
    .execute();
  await schema
    .createIndex('lines_owed')
    .on('lines')
    .columns(['channel', 'conversation', 'seq'])
    .where(sql.ref('delivered_at'), 'is', null)
    .where(sql.ref('undeliverable'), 'is', null)
    .execute();
  await schema
    .createIndex('lines_due')
    .on('lines')
    .columns(['channel', 'next_at'])
    .where(sql.ref('delivered_at'), 'is', null)
    .where(sql.ref('undeliverable'), 'is', null)
    .where(sql.ref('next_at'), 'is not', null)
    .execute();
}
