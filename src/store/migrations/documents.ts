import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** Documents made for requests, as they were composed. */
export async function createDocuments(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('documents')
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('document_number', 'text', (column) => column.unique())
    .addColumn('model', platform.bytes, (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('release', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('released_at', 'text')
    .addPrimaryKeyConstraint('documents_key', ['request', 'seq'])
    .execute();
}
