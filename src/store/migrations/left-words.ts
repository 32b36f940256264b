import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** 13: what a citizen leaves for the staff while waiting. */
export async function addLeftWords(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema.alterTable('queue').addColumn('left_words', platform.bytes).execute();
}
