import type { SchemaModule } from 'kysely';

/** Keyed hashes by which a request is found without opening all of them; and which notice its requester agreed to. */
export async function createRequestIndex(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('request_index')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_index_key', ['kind', 'hash', 'number'])
    .execute();
  await schema.createIndex('request_index_number').on('request_index').column('number').execute();
  await schema.alterTable('requests').addColumn('notice_version', 'text').execute();
  await schema.alterTable('requests').addColumn('notice_hash', 'text').execute();
  await schema.alterTable('requests').addColumn('consented_at', 'text').execute();
}
