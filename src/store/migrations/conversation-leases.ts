import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** 23: which process looks after a conversation now, hearing what came in or sending what is owed. */
export async function createConversationLeases(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('conversation_leases')
    .addColumn('work', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('token', platform.narrowIntegers ? 'bigint' : 'integer', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversation_leases_key', ['work', 'channel', 'conversation'])
    .execute();
  await schema.createIndex('conversation_leases_until').on('conversation_leases').column('until').execute();
}
