import type { SchemaModule } from 'kysely';

/** 32: numbered digests, and which place was asked about, down to the county. */
export async function createDigests(schema: SchemaModule): Promise<void> {
  await schema.alterTable('inquiries').addColumn('place', 'text').execute();
  await schema
    .createTable('digests')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('on_day', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('digests_key', ['kind', 'year', 'number'])
    .addUniqueConstraint('digests_once', ['kind', 'on_day', 'about'])
    .execute();
}
