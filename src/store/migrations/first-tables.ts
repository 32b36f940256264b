import { type CreateTableBuilder, type SchemaModule, sql } from 'kysely';
import type { StorePlatform } from '../platform.ts';

function createKeyed<Name extends string>(
  schema: SchemaModule,
  platform: StorePlatform,
  name: Name,
): CreateTableBuilder<Name> {
  const table = schema.createTable(name);
  return platform.keyedTables ? table.modifyEnd(sql`without rowid`) : table;
}

async function createConversationTables(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await createKeyed(schema, platform, 'conversations')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', platform.bytes, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_key', ['channel', 'id'])
    .execute();
  await createKeyed(schema, platform, 'inbox')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('body', platform.bytes, (column) => column.notNull())
    .addColumn('result', platform.bytes)
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('inbox_key', ['channel', 'conversation', 'message_id'])
    .execute();
  await createKeyed(schema, platform, 'lines')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('body', platform.bytes, (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('delivered_at', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('lines_key', ['channel', 'conversation', 'seq'])
    .execute();
}

async function createRequestTables(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await createKeyed(schema, platform, 'requests')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('draft_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('filed_on', 'text', (column) => column.notNull())
    .addColumn('received_on', 'text')
    .addColumn('due_on', 'text')
    .addColumn('due_provisional', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('applicant', 'text')
    .addColumn('document_kind', 'text')
    .addColumn('provision', 'text')
    .addColumn('delivery', 'text')
    .addColumn('personal', platform.bytes, (column) => column.notNull())
    .addColumn('description', platform.bytes, (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('requests_draft', ['channel', 'conversation', 'draft_id'])
    .execute();
  await createKeyed(schema, platform, 'request_events')
    .addColumn('number', 'text', (column) => column.notNull().references('requests.number'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('on_day', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by_whom', 'text', (column) => column.notNull())
    .addColumn('data', platform.bytes)
    .addPrimaryKeyConstraint('request_events_key', ['number', 'seq'])
    .execute();
  await createKeyed(schema, platform, 'attempts')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('attempts_at').on('attempts').column('at').execute();
}

async function createDeskTables(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await createKeyed(schema, platform, 'queue')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'text', (column) => column.notNull())
    .addColumn('left_at', 'text')
    .execute();
  // A conversation stands in the queue once.
  await schema
    .createIndex('queue_waiting')
    .unique()
    .on('queue')
    .columns(['channel', 'conversation'])
    .where(sql.ref('left_at'), 'is', null)
    .execute();
  await createKeyed(schema, platform, 'unanswered')
    .addColumn('fingerprint', 'text', (column) => column.primaryKey())
    .addColumn('question', platform.bytes, (column) => column.notNull())
    .addColumn('nearest', 'text')
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('first_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .execute();
  await createKeyed(schema, platform, 'access_log')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute();
  await createKeyed(schema, platform, 'sequences')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'integer', (column) => column.notNull())
    .execute();
  await createKeyed(schema, platform, 'key_check')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('proof', platform.bytes, (column) => column.notNull())
    .execute();
}

/** 1: conversations, requests and the desk's own tables. */
export async function createFirstTables(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await createConversationTables(schema, platform);
  await createRequestTables(schema, platform);
  await createDeskTables(schema, platform);
}
