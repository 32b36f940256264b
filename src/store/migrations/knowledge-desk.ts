import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** 24: what editors work with: misses by day, drafts with what is said about them, and trials of releases. */
export async function createKnowledgeDesk(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  const misses = () => schema.alterTable('unanswered');
  await misses().addColumn('settled', 'text').execute();
  await misses().addColumn('settled_at', 'text').execute();
  await misses().addColumn('settled_by', 'integer').execute();
  await misses().addColumn('draft', 'integer').execute();
  await misses().addColumn('reason', platform.bytes).execute();
  await schema
    .createTable('unanswered_days')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('on_day', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('unanswered_days_key', ['fingerprint', 'on_day', 'channel', 'why'])
    .execute();
  await schema.createIndex('unanswered_days_by_day').on('unanswered_days').column('on_day').execute();
  await schema
    .createTable('drafts')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('list', 'text')
    .addColumn('entry', 'text')
    .addColumn('base', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_by', 'integer', (column) => column.notNull())
    .addColumn('changed_by', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('reviewed_by', 'integer')
    .addColumn('release', 'text')
    .addColumn('from_at', 'text')
    .execute();
  await schema
    .createTable('draft_comments')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('draft', 'integer', (column) => column.notNull())
    .addColumn('written_by', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('draft_comments_by_draft').on('draft_comments').column('draft').execute();
  await schema
    .createTable('trials')
    .addColumn('served', 'text', (column) => column.notNull())
    .addColumn('tried', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('trials_key', ['served', 'tried'])
    .execute();
}
