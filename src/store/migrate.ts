import type { Kysely, SchemaModule } from 'kysely';
import { DeskError } from '../errors.ts';
import { createDocuments } from './migrations/documents.ts';
import { createFirstTables } from './migrations/first-tables.ts';
import { createHandOvers } from './migrations/hand-overs.ts';
import { addOwedMessages } from './migrations/owed-messages.ts';
import { createTimers } from './migrations/timers.ts';
import type { StorePlatform } from './platform.ts';
import type { Tables } from './tables.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly apply: (schema: SchemaModule, platform: StorePlatform) => Promise<void>;
}

/** In order. A migration that has been released is never changed; add the next one. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'first tables', apply: createFirstTables },
  { number: 2, name: 'owed messages', apply: addOwedMessages },
  { number: 3, name: 'hand-overs', apply: createHandOvers },
  { number: 4, name: 'timers', apply: createTimers },
  { number: 5, name: 'documents', apply: createDocuments },
];

/**
 * Brings the tables up to date in one transaction: all missing migrations happen or none.
 * @throws DeskError STORE_NEWER when the database knows migrations this version does not
 */
export async function migrate(db: Kysely<Tables>, platform: StorePlatform, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    const rows = await transaction.selectFrom('migrations').select('number').execute();
    const done = new Set(rows.map((row) => row.number));
    const known = new Set(MIGRATIONS.map((migration) => migration.number));
    const newer = [...done].filter((number) => !known.has(number));
    if (newer.length > 0) {
      throw new DeskError(
        'STORE_NEWER',
        `the database was written by a newer version (migration ${newer.join(', ')})`,
        {
          hint: 'Start the newer version again, or restore a copy from before the upgrade.',
        },
      );
    }
    for (const { number, name, apply } of MIGRATIONS.filter((migration) => !done.has(migration.number))) {
      await apply(transaction.schema, platform);
      await transaction.insertInto('migrations').values({ number, name, at: now.toISOString() }).execute();
    }
  });
}
