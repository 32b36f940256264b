import type { SchemaModule } from 'kysely';

/** Lists of requests, newest first, whatever they are narrowed to: among a hundred thousand a page is read, not sorted out. */
export async function indexRequestLists(schema: SchemaModule): Promise<void> {
  for (const column of ['state', 'owner', 'unit'])
    await schema
      .createIndex(`requests_newest_by_${column}`)
      .on('requests')
      .columns([column, 'created_at', 'number'])
      .execute();
}
