import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite-engine.ts';
import { makeDirectory } from './temporary-store.ts';

/** SQLite's numbers for `pragma synchronous`. */
const [NORMAL, FULL] = [1, 2];

function open() {
  const engine = openSqlite(join(makeDirectory(), 'desk.db'));
  onTestFinished(engine.close);
  const level = async (db = engine.db) => {
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
    return rows[0]?.synchronous;
  };
  return { engine, level };
}

test('only a light transaction does without waiting for the disk, and those after it wait again', async () => {
  const { engine, level } = open();
  const seen = await Promise.all([
    engine.transaction(level),
    engine.light(level),
    engine.transaction(level),
    engine.light(level),
    level(),
  ]);
  expect(seen).toEqual([FULL, NORMAL, FULL, NORMAL, FULL]);
});

test('also when it fails', async () => {
  const { engine, level } = open();
  const failing = engine.light(async (db) => {
    await sql`create table kept (id integer)`.execute(db);
    throw new Error('not this time');
  });
  await expect(failing).rejects.toThrow('not this time');
  expect(await level()).toBe(FULL);
  await expect(sql`select * from kept`.execute(engine.db)).rejects.toThrow('no such table');
});
