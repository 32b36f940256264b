import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseSettings } from '../../src/config.ts';

/** The engine this run stores on: tests of what is stored run once for each. */
export const ENGINE = process.env.DESK_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite';
/** A PostgreSQL server on which schemas may be made. */
export const POSTGRES_URL = process.env.DESK_TEST_POSTGRES_URL || 'postgres://postgres@127.0.0.1:5432/postgres';

/** Nothing here outlives a power cut of the server, so commits need not wait for its disk. */
const NO_WAIT = '-c synchronous_commit=off';

async function withServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({
    connectionString: POSTGRES_URL,
    connectionTimeoutMillis: 5000,
    options: NO_WAIT,
  });
  await client.connect();
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
