import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { using } from '../../src/store/engine.ts';
import { createMigrations, MIGRATIONS } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/sqlite-engine.ts';
import { makeDirectory } from '../store/temporary-store.ts';

const FOLDER = join(import.meta.dirname, '../../src/store/migrations');

/** What is taken from the version that still runs while the tables are brought up to date under it. */
const TAKES_AWAY =
  /\.(?:dropTable|dropColumn|dropConstraint|renameTo|renameColumn|alterColumn|modifyColumn|setNotNull)\(/u;
/** Counters that got wider: whoever wrote the narrower ones writes these. */
const WIDENS = ['wide-counters.ts'];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  /** Whoever does not know it can write a row without it. */
  readonly optional: number;
}
interface Unique {
  readonly table: string;
  readonly name: string;
}

interface Standing {
  readonly columns: readonly Column[];
  readonly uniques: readonly Unique[];
}

const COLUMNS = `select master.name as "table", info.name as "column", info.type as type,
    info."notnull" = 0 or info.dflt_value is not null as optional
  from sqlite_master as master, pragma_table_info(master.name) as info where master.type = 'table'`;
const UNIQUES = `select master.name as "table", list.name as name
  from sqlite_master as master, pragma_index_list(master.name) as list where master.type = 'table' and list."unique" = 1`;

/** What a step did that a process of the version before it would stumble over. */
function findBreaks(before: Standing, after: Standing): readonly string[] {
  const name = ({ table, column }: Column) => `${table}.${column}`;
  const now = new Map(after.columns.map((column) => [name(column), column]));
  const was = new Set(before.columns.map(name));
  const tables = new Set(before.columns.map(({ table }) => table));
  const keys = new Set(before.uniques.map((unique) => unique.name));
  return [
    ...before.columns
      .filter((column) => now.get(name(column))?.type !== column.type)
      .map((column) => `${name(column)} is gone or of another type`),
    ...after.columns
      .filter((column) => tables.has(column.table) && !was.has(name(column)) && !column.optional)
      .map((column) => `${name(column)} must be filled in`),
    ...before.columns
      .filter((column) => column.optional && now.get(name(column))?.optional === 0)
      .map((column) => `${name(column)} must be filled in from now on`),
    ...after.uniques
      .filter((unique) => tables.has(unique.table) && !keys.has(unique.name))
      .map((unique) => `${unique.table} takes fewer rows: ${unique.name}`),
  ];
}

type Apply = (typeof MIGRATIONS)[number]['apply'];

/** Applies today's migrations and these, and says what each took away. */
async function listBreaks(further: readonly Apply[] = []): Promise<readonly string[]> {
  const broken: string[] = [];
  await using(openSqlite(join(makeDirectory(), 'made.db')), ({ platform, transaction }) =>
    transaction(async (db) => {
      const read = async () => ({
        columns: (await sql.raw<Column>(COLUMNS).execute(db)).rows,
        uniques: (await sql.raw<Unique>(UNIQUES).execute(db)).rows,
      });
      await createMigrations(db);
      let before = await read();
      for (const apply of [...MIGRATIONS.map((migration) => migration.apply), ...further]) {
        await apply(db.schema, platform, db);
        const after = await read();
        broken.push(...findBreaks(before, after));
        before = after;
      }
    }),
  );
  return broken;
}

test('a migration only adds: processes of the version before it go on while it is done, and after it', async () => {
  expect(await listBreaks()).toEqual([]);
});

test.for<readonly [Apply, string]>([
  [(schema) => schema.alterTable('notes').dropColumn('text').execute(), 'notes.text is gone or of another type'],
  [
    (schema) =>
      schema
        .alterTable('notes')
        .addColumn('kind', 'text', (column) => column.notNull().defaultTo('x'))
        .execute(),
    '',
  ],
  [
    (schema) => schema.createIndex('one_note').unique().on('notes').column('visit').execute(),
    'notes takes fewer rows: one_note',
  ],
])('what takes away is found: %s', async ([apply, found]) => {
  expect((await listBreaks([apply])).join()).toBe(found);
});

test('no migration drops, renames or narrows on the other engine either', () => {
  const taking = readdirSync(FOLDER).filter((name) => TAKES_AWAY.test(readFileSync(join(FOLDER, name), 'utf8')));
  expect(taking).toEqual(WIDENS);
});
