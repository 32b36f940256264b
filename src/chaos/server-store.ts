import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Field } from './nemesis.ts';

/** A database of its own on a PostgreSQL server, to be maltreated. */
export interface OwnDatabase extends NonNullable<Field['server']> {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** @throws when the server cannot be reached, or lets us make no database */
export async function makeOwnDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = `desk_chaos_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;

  const cut = async () => {
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  };
  return {
    url: url.href,
    cut,
    async close(milliseconds) {
      await admin.query(`alter database ${name} allow_connections false`);
      await cut();
      await delay(milliseconds);
      await admin.query(`alter database ${name} allow_connections true`);
    },
    async drop() {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
