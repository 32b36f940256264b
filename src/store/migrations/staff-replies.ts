import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** 30: replies held a while so that they can be taken back, what they said before, and how a platform names what it took. */
export async function createStaffReplies(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema.alterTable('lines').addColumn('platform_id', 'text').execute();
  await schema
    .createTable('line_versions')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('body', platform.bytes, (column) => column.notNull())
    .addColumn('replaced_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('line_versions_pk', ['channel', 'conversation', 'seq', 'version'])
    .execute();
  await schema
    .createTable('held_replies')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('visit', 'integer', (column) => column.notNull())
    .addColumn('content', platform.bytes, (column) => column.notNull())
    .addColumn('held_by', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('failed_at', 'text')
    .execute();
  await schema.createIndex('held_replies_visit').on('held_replies').column('visit').execute();
}
