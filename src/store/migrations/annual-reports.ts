import type { SchemaModule } from 'kysely';

/** The year's report while staff write it, and for good once it is approved. */
export async function createAnnualReports(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('annual_reports')
    .addColumn('year', 'integer', (column) => column.primaryKey())
    .addColumn('entered', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('writers', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('hash', 'text')
    .addColumn('approved_by', 'integer')
    .addColumn('approved_at', 'text')
    .execute();
}
