import type { SchemaModule } from 'kysely';

/** 33: what became of asking for the addresses the knowledge names. */
export async function createLinkChecks(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('link_checks')
    .addColumn('url', 'text', (column) => column.primaryKey())
    .addColumn('places', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('checked_at', 'text')
    .execute();
}
