import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { DatabaseSettings } from '../../src/config.ts';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { TABLE_NAMES } from '../../src/store/table-order.ts';

/** The engine this run stores on: tests of what is stored run once for each. */
export const ENGINE = process.env.DESK_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';
/** A PostgreSQL server on which schemas may be made. */
export const POSTGRES_URL = process.env.DESK_TEST_POSTGRES_URL || 'postgres://postgres@127.0.0.1:5432/postgres';

/** Nothing here outlives a power cut of the server, so commits need not wait for its disk. */
const NO_WAIT = '-c synchronous_commit=off';

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: POSTGRES_URL, connectionTimeoutMillis: 5000, options: NO_WAIT });
  await client.connect();
  return client;
}

/** One connection for what all tests of a file ask of the server, one after the other. */
let shared: { readonly client: Client; last: Promise<unknown> } | undefined;

/** Keeps one connection until `closeServer`: making one takes longer than most of what is asked on it. */
export async function keepServer(): Promise<void> {
  shared = { client: await connect(), last: Promise.resolve() };
}

export async function closeServer(): Promise<void> {
  const { client } = shared ?? {};
  shared = undefined;
  await client?.end();
}

async function withServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  if (shared) {
    const { client, last } = shared;
    const own = last.catch(() => {}).then(() => work(client));
    shared.last = own;
    await own;
    return;
  }
  const client = await connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The schema that belongs to a test's folder, whose name is random; processes given the folder find it again. */
function nameSchema(directory: string): string {
  return `desk_test_${createHash('sha256').update(directory).digest('hex').slice(0, 20)}`;
}

/** A PostgreSQL schema of the folder's own, empty when it is new. */
export async function makeSchema(directory: string): Promise<DatabaseSettings> {
  const schema = nameSchema(directory);
  await withServer((client) =>
    client.query(`create schema if not exists ${schema}`).catch((error: Error & { code?: string }) => {
      // Made by another process at the same moment.
      if (error.code !== '23505') throw error;
    }),
  );
  const url = new URL(POSTGRES_URL);
  url.searchParams.set('options', `${NO_WAIT} -c search_path=${schema}`);
  return { url: url.href, poolSize: 4, connectMs: 5000, statementMs: 10_000 };
}

export async function dropSchema(directory: string): Promise<void> {
  await withServer((client) => client.query(`drop schema if exists ${nameSchema(directory)} cascade`));
}

const KEY_FILE = 'seal.key';
/** Schemas of this process with every table in place and nothing in them, for the next test, each with its key. */
const emptied: { readonly schema: string; readonly key: Uint8Array }[] = [];

/** Gives the folder a schema whose tables are there already, where there is one: making them is most of a small test's time. */
export async function takeEmptied(directory: string): Promise<void> {
  const found = emptied.pop();
  if (!found) return;
  await withServer((client) => client.query(`alter schema ${found.schema} rename to ${nameSchema(directory)}`));
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, KEY_FILE), found.key, { mode: 0o600 });
}

/** Empties the folder's schema and keeps it for the next test; one that is not as a store leaves it is dropped. */
export async function keepEmptied(directory: string): Promise<void> {
  const [schema, kept] = [nameSchema(directory), `${nameSchema(directory)}_kept`];
  try {
    const key = readFileSync(join(directory, KEY_FILE));
    await withServer(async (client) => {
      const { rows } = await client.query(`select number from ${schema}.migrations order by number`);
      const known = MIGRATIONS.map(({ number }) => number);
      if (rows.map(({ number }) => Number(number)).join() !== known.join()) throw new Error('not as it was made');
      const tables = TABLE_NAMES.filter((name) => name !== 'migrations' && name !== 'key_check');
      const clear = tables.map((name) => `delete from ${schema}.${name}`).join('; ');
      // One statement of many is one transaction; the setting ends with it.
      await client.query(
        `set local session_replication_role = replica; ${clear}; alter schema ${schema} rename to ${kept}`,
      );
    });
    emptied.push({ schema: kept, key });
  } catch {
    await dropSchema(directory);
  }
}

export async function dropEmptied(): Promise<void> {
  for (const { schema } of emptied.splice(0))
    await withServer((client) => client.query(`drop schema if exists ${schema} cascade`));
}

/** Dead rows of the catalogue that slow the making of a schema down, and the tables they lie in. */
const MANY_DEAD = 20_000;
const CATALOGUE = ['attribute', 'depend', 'class', 'index', 'type', 'constraint', 'trigger'];

/** Clears away what dropped schemas left in the server's catalogue, where nobody else does so often enough. */
export async function tidyCatalogue(): Promise<void> {
  await withServer(async (client) => {
    const dead = await client.query("select n_dead_tup as dead from pg_stat_sys_tables where relname = 'pg_attribute'");
    if (Number(dead.rows[0]?.dead ?? 0) < MANY_DEAD) return;
    for (const table of CATALOGUE) await client.query(`vacuum (skip_locked) pg_catalog.pg_${table}`);
  });
}

export async function isReachable(): Promise<boolean> {
  try {
    await withServer((client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}
