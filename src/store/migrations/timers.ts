import type { SchemaModule } from 'kysely';

/** Work that is due at a later instant, and who does what only one process may do at a time. */
export async function createTimers(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('timers')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('timers_key', ['kind', 'subject'])
    .execute();
  await schema.createIndex('timers_due').on('timers').column('due_at').execute();
  await schema
    .createTable('leases')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('token', 'integer', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute();
}
