import type { SchemaModule } from 'kysely';

/** 12: conversations the bot took back because whoever had claimed them went quiet. */
export async function addReturns(schema: SchemaModule): Promise<void> {
  await schema.alterTable('queue').addColumn('returned_at', 'text').execute();
  await schema
    .alterTable('queue')
    .addColumn('returned_from', 'integer', (column) => column.references('staff.id'))
    .execute();
}
