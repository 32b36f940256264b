import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** 26: steps that hand documents over, held a while so that they can be taken back. */
export async function createHeldSteps(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('held_steps')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('fields', platform.bytes, (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('held_by', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('failed', 'text')
    .execute();
  await schema.createIndex('held_steps_number').on('held_steps').column('number').execute();
}
