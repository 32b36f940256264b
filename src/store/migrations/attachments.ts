import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** Files sent in to go with requests, sealed piece by piece. */
export async function createAttachments(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('attachments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.references('requests.number'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('source', platform.bytes, (column) => column.notNull())
    .addColumn('media_type', 'text')
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('scan', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('attachments_number').on('attachments').column('number').execute();
  await schema.createIndex('attachments_state').on('attachments').columns(['state', 'channel', 'next_at']).execute();
  await schema
    .createTable('attachment_parts')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('content', platform.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('attachment_parts_pk', ['id', 'part'])
    .execute();
}
