import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { brotliDecompressSync } from 'node:zlib';
import { sql } from 'kysely';
import { z } from 'zod';
import { using } from '../../src/store/engine.ts';
import { createMigrations, MIGRATIONS } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/sqlite-engine.ts';
import { openEngine, type StoreOptions } from '../../src/store/store.ts';
import { TABLE_NAMES } from '../../src/store/table-order.ts';
import { describeStore } from './open-at.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');
const factsSchema = z.object({ key: z.string(), code: z.string() });

/** What a desk of an older schema left behind, as `tools/write-store-fixture.ts` keeps it. */
export interface Fixture {
  /** The last migration it knew. */
  readonly schema: number;
  readonly sql: string;
  readonly key: string;
  /** Query code of its one request. */
  readonly code: string;
}

export function readFixtures(): readonly Fixture[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const text = brotliDecompressSync(readFileSync(join(FOLDER, name))).toString('utf8');
      const facts = factsSchema.parse(JSON.parse(text.slice(3, text.indexOf('\n'))));
      return { schema: Number(/\d+/u.exec(name)?.[0]), sql: text, ...facts };
    });
}

/** A fixture as a database in memory. The caller closes it. */
function openFixture({ sql }: Fixture): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(sql);
  return database;
}

const MADE = "select name, sql from sqlite_master where sql is not null and name not like 'sqlite%' order by name";

/** The statements the tables and indexes of a fixture were made by. */
export function readSchema(fixture: Fixture): readonly unknown[] {
  const database = openFixture(fixture);
  const rows = database
    .prepare(MADE)
    .all()
    .map((row) => ({ ...row }));
  database.close();
  return rows;
}

/** The statements today's migrations make the tables of each schema by, in the order of their numbers. */
export async function makeSchemas(directory: string): Promise<ReadonlyMap<number, readonly unknown[]>> {
  const made = new Map<number, readonly unknown[]>();
  await using(openSqlite(join(directory, 'made.db')), ({ platform, transaction }) =>
    transaction(async (db) => {
      await createMigrations(db);
      for (const { number, apply } of MIGRATIONS) {
        await apply(db.schema, platform, db);
        made.set(number, (await sql.raw(MADE).execute(db)).rows);
      }
    }),
  );
  return made;
}

/** Copies every row of the fixture into tables of its schema on PostgreSQL. */
async function fillPostgres(fixture: Fixture, options: StoreOptions): Promise<void> {
  const was = openFixture(fixture);
  const names = new Set(
    was
      .prepare('select name from sqlite_master')
      .all()
      .map(({ name }) => String(name)),
  );
  await using(await openEngine(options), ({ platform, transaction }) =>
    transaction(async (db) => {
      await createMigrations(db);
      for (const { number, apply } of MIGRATIONS) if (number <= fixture.schema) await apply(db.schema, platform, db);
      for (const table of TABLE_NAMES) {
        const rows = names.has(table) ? was.prepare(`select * from ${table}`).all() : [];
        if (rows.length > 0)
          await db
            .insertInto(table)
            .values(rows as never)
            .execute();
      }
    }),
  );
  was.close();
}

/** Lays the desk the fixture was taken from down at a folder's place, on the engine this run is about. */
export async function layFixture(fixture: Fixture, directory: string): Promise<StoreOptions> {
  const options = await describeStore(directory, { key: fixture.key });
  if (options.database) {
    await fillPostgres(fixture, options);
    return options;
  }
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'desk.db'));
  database.exec(`pragma synchronous = off; begin;\n${fixture.sql}\ncommit;`);
  database.close();
  return options;
}
