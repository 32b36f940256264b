import type { SchemaModule } from 'kysely';

/** 27: hours an administrator set, over those of the release. */
export async function createHours(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('hours')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('hours', 'text')
    .addColumn('changed_by', 'integer', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
}
