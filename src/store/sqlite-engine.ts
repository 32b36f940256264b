import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import { createDialect, hasTable, openDatabase } from './node-sqlite.ts';
import { createLocalNotices } from './notices.ts';
import { SQLITE } from './platform.ts';
import type { Tables } from './tables.ts';

/**
 * A database file; it and its folder are made when missing, for our eyes only.
 * @throws DeskError STORE_FAILED when it cannot be opened or is no database
 */
export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Made by us, so that it and the files SQLite keeps beside it are for our eyes only.
  closeSync(openSync(file, 'a', 0o600));
  const database = openDatabase(file);
  const isUsed = hasTable(database, 'key_check');
  const db = new Kysely<Tables>({ dialect: createDialect(database) });
  return {
    db,
    platform: SQLITE,
    place: file,
    isUsed,
    transaction: (work) => db.transaction().execute(work),
    // The connection is held all the time, so that no other transaction is committed meanwhile. Not by a prepared
    // statement: SQLite does this while it prepares it.
    light: (work) =>
      db.connection().execute(async (connection) => {
        database.exec('pragma synchronous = normal');
        try {
          return await connection.transaction().execute(work);
        } finally {
          database.exec('pragma synchronous = full');
        }
      }),
    // Every transaction holds the one write lock from its beginning.
    lock: async () => {},
    announce: async () => {},
    notices: createLocalNotices(),
    countServing: async () => 0,
    patiently: (work) => work(db),
    async snapshot(work) {
      const reader = new Kysely<Tables>({ dialect: createDialect(openDatabase(file), { reads: true }) });
      try {
        return await reader.transaction().execute(work);
      } finally {
        await reader.destroy();
      }
    },
    close: () => db.destroy(),
  };
}
