import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** 9: who among the staff looks after a conversation that asked for a person, how it ended, and what they note and write. */
export async function addClaims(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  const counter = platform.narrowIntegers ? 'bigint' : 'integer';
  await schema
    .alterTable('queue')
    .addColumn('claimed_by', 'integer', (column) => column.references('staff.id'))
    .execute();
  await schema.alterTable('queue').addColumn('claimed_at', 'text').execute();
  await schema
    .alterTable('queue')
    .addColumn('unit', 'integer', (column) => column.references('units.id'))
    .execute();
  await schema.alterTable('queue').addColumn('ended_at', 'text').execute();
  await schema.alterTable('queue').addColumn('ended_why', 'text').execute();
  await schema
    .alterTable('lines')
    .addColumn('written_by', 'integer', (column) => column.references('staff.id'))
    .execute();
  await schema
    .createTable('notes')
    .addColumn('id', counter, (column) => column.primaryKey())
    .addColumn('visit', counter, (column) => column.notNull().references('queue.id'))
    .addColumn('written_by', 'integer', (column) => column.notNull().references('staff.id'))
    .addColumn('text', platform.bytes, (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('notes_visit').on('notes').column('visit').execute();
}
