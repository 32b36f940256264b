import type { SchemaModule } from 'kysely';

/** 17: what was asked and what came of it, for figures; nothing of who asked or in which words. */
export async function createInquiries(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('inquiries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('on_day', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('voice', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('authority', 'text')
    .addColumn('band', 'text', (column) => column.notNull())
    .addColumn('instead', 'integer', (column) => column.notNull())
    .addColumn('release', 'text')
    .execute();
  await schema.createIndex('inquiries_day').on('inquiries').column('on_day').execute();
}
