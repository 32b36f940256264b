import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Field } from './nemesis.ts';

/** Those who were cut off may still be leaving. */
const LEAVING_MS = 10_000;

/** A database of its own on a PostgreSQL server, to be maltreated. */
export interface OwnDatabase extends Pick<NonNullable<Field['server']>, 'cut' | 'close'> {
  readonly url: string;
  /**
   * Takes the database from under those who use it, has another filled from it, and gives that one its name. When it
   * cannot be filled, the old one comes back.
   */
  readonly switchOver: (fill: (was: string, next: string) => Promise<void>) => Promise<void>;
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
  const urlOf = (database: string) => Object.assign(new URL(serverUrl), { pathname: `/${database}` }).href;
  const cut = () => ask('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);

  async function rename(from: string, to: string): Promise<void> {
    for (const until = performance.now() + LEAVING_MS; ; await delay(50)) {
      try {
        return await ask(`alter database ${from} rename to ${to}`);
      } catch (error) {
        if (performance.now() > until) throw error;
      }
    }
  }

  return {
    url: urlOf(name),
    cut,
    async switchOver(fill) {
      const [was, next] = [`${name}_was`, `${name}_next`];
      await ask(`create database ${next}`);
      await ask(`alter database ${name} allow_connections false`);
      await cut();
      await rename(name, was);
      await ask(`alter database ${was} allow_connections true`);
      let filled = false;
      try {
        await fill(urlOf(was), urlOf(next));
        filled = true;
      } finally {
        const [stays, goes] = filled ? [next, was] : [was, next];
        await rename(stays, name);
        await ask(`drop database ${goes} with (force)`);
      }
    },
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
