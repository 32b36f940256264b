import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** 3: links by which a filing goes on from a chat to the form page. */
export async function createHandOvers(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('hand_overs')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('draft_id', 'text', (column) => column.notNull())
    .addColumn('draft', platform.bytes, (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .addColumn('used_channel', 'text')
    .addColumn('used_conversation', 'text')
    .execute();
  await schema.createIndex('hand_overs_used').on('hand_overs').columns(['used_channel', 'used_conversation']).execute();
}
