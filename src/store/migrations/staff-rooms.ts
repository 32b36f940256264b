import type { SchemaModule } from 'kysely';

/** 28: chat accounts of staff, and what a room of theirs on a chat platform was shown. */
export async function createStaffRooms(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('chat_accounts')
    .addColumn('account', 'text', (column) => column.primaryKey())
    .addColumn('staff', 'integer', (column) => column.notNull().unique())
    .addColumn('linked_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('chat_codes')
    .addColumn('staff', 'integer', (column) => column.primaryKey())
    .addColumn('code_hash', 'text', (column) => column.notNull().unique())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('room_cards')
    .addColumn('subject', 'text', (column) => column.primaryKey())
    .addColumn('place', 'text', (column) => column.notNull().unique())
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('seen', 'integer', (column) => column.notNull())
    .addColumn('called_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .execute();
  await schema.createIndex('room_cards_closed').on('room_cards').column('closed_at').execute();
  await schema
    .createTable('room_words')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('line', 'integer')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
