import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** Access tokens of platforms, which all processes of an account share. */
export async function createPlatformTokens(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('platform_tokens')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('token', platform.bytes, (column) => column.notNull())
    .addColumn('ends_at', 'text', (column) => column.notNull())
    .execute();
}
