import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** How content people are, and the poor ratings somebody has to look into. */
export async function createRatings(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('ratings')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('of_what', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('release', 'text')
    .addColumn('rated_on', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('follow_ups')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('of_what', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('opened_on', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('note', platform.bytes)
    .execute();
}
