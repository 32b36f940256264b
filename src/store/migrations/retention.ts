import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** Cases nothing is erased of, the proof of what was erased, and which conversations hold a draft. */
export async function createRetention(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  const counter = platform.narrowIntegers ? 'bigint' : 'integer';
  await schema
    .createTable('holds')
    .addColumn('id', counter, (column) => column.primaryKey())
    .addColumn('number', 'text', (column) => column.notNull().references('requests.number'))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('placed_by', 'text', (column) => column.notNull())
    .addColumn('placed_at', 'text', (column) => column.notNull())
    .addColumn('released_by', 'text')
    .addColumn('released_at', 'text')
    .execute();
  await schema.createIndex('holds_number').on('holds').column('number').execute();
  await schema
    .createTable('erasures')
    .addColumn('id', counter, (column) => column.primaryKey())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('many', 'integer', (column) => column.notNull())
    .addColumn('oldest', 'text', (column) => column.notNull())
    .addColumn('newest', 'text', (column) => column.notNull())
    .addColumn('keys_hash', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by_whom', 'text', (column) => column.notNull())
    .execute();
  await schema.alterTable('conversations').addColumn('drafting', 'integer').execute();
  await schema.createIndex('conversations_updated').on('conversations').column('updated_at').execute();
}
