import type { SchemaModule } from 'kysely';

/** 16: what changed last, so that consoles hear of it at once, and who is looking at what. */
export async function createChanges(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('changes')
    .addColumn('subject', 'text', (column) => column.primaryKey())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('changes_at').on('changes').column('at').execute();
  await schema
    .createTable('presence')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('staff', 'integer', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('typing_at', 'text')
    .addPrimaryKeyConstraint('presence_key', ['subject', 'staff'])
    .execute();
  // Every line stored asks whether its conversation is with the staff.
  await schema.createIndex('queue_conversation').on('queue').columns(['channel', 'conversation']).execute();
}
