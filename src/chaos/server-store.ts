import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Field } from './nemesis.ts';

/** A database of its own on a PostgreSQL server, to be maltreated. */
export interface OwnDatabase extends Pick<NonNullable<Field['server']>, 'cut' | 'close'> {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** @throws when the server cannot be reached, or lets us make no database */
export async function makeOwnDatabase(serverUrl: string): Promise<OwnDatabase> {
  const name = `desk_chaos_${randomBytes(6).toString('hex')}`;
  // A connection each time: the server may have been restarted in between.
  async function ask(statement: string, values: readonly string[] = []): Promise<void> {
    const admin = new Client({ connectionString: serverUrl, connectionTimeoutMillis: 5000 });
    admin.on('error', () => {});
    await admin.connect();
    try {
      await admin.query(statement, [...values]);
    } finally {
      await admin.end().catch(() => {});
    }
  }
  await ask(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;

  const cut = () => ask('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  return {
    url: url.href,
    cut,
    async close(milliseconds) {
      await ask(`alter database ${name} allow_connections false`);
      try {
        await cut();
        await delay(milliseconds);
      } finally {
        await ask(`alter database ${name} allow_connections true`);
      }
    },
    drop: () => ask(`drop database if exists ${name} with (force)`),
  };
}
