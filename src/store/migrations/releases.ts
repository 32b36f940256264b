import type { SchemaModule } from 'kysely';

/** Releases of the knowledge base, which of them is served from when, and which one a line was answered from. */
export async function createReleases(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('releases')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull().unique())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .execute();
  await schema
    .createTable('publications')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('release', 'text', (column) => column.notNull())
    .addColumn('from_at', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text', (column) => column.notNull())
    .addColumn('by_whom', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('because', 'text')
    .execute();
  await schema.alterTable('lines').addColumn('release', 'text').execute();
}
