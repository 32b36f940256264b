import type { SchemaModule } from 'kysely';

/** 20: texts staff answer with again and again. */
export async function createCannedReplies(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('canned_replies')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('changed_by', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
}
