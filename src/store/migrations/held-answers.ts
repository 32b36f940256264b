import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** 29: answers a person looks at before they are sent. */
export async function createHeldAnswers(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('held_answers')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('content', platform.bytes, (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('release', 'text', (column) => column.notNull())
    .addColumn('held_at', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('edited_by', 'integer')
    .addColumn('decided_by', 'integer')
    .addColumn('decided_at', 'text')
    .execute();
  await schema.createIndex('held_answers_state').on('held_answers').columns(['state', 'id']).execute();
  await schema.createIndex('held_answers_of').on('held_answers').columns(['channel', 'conversation']).execute();
}
