import { type ColumnDataType, type Kysely, SqliteAdapter } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * What differs between databases, as data. Everything else is written once for all of them.
 * Another database adds a constant here and an engine beside `sqlite-engine.ts` and `postgres-engine.ts`.
 */
export interface StorePlatform {
  readonly name: 'sqlite' | 'postgres';
  /** Column type for sealed bytes. Default of the standard: `blob`. */
  readonly bytes: ColumnDataType;
  /** true when a table may be made WITHOUT ROWID, which saves one tree per keyed table. Default false. */
  readonly keyedTables: boolean;
  /** true when `integer` ends at 2³¹ − 1, so that what counts for ever needs `bigint`. Default true. */
  readonly narrowIntegers: boolean;
  /** true when one transaction writes at a time, each waiting for the disk. Default false: the server gathers commits. */
  readonly oneWriter: boolean;
  /** true when rows others hold can be passed over (`for update skip locked`). Default true; who has one writer needs none. */
  readonly skipsLocked: boolean;
  /** true when a parameter may be a list; where it may not, lists are JSON. Default true. */
  readonly takesLists: boolean;
}

export const SQLITE: StorePlatform = {
  name: 'sqlite',
  bytes: 'blob',
  keyedTables: true,
  narrowIntegers: false,
  oneWriter: true,
  skipsLocked: false,
  takesLists: false,
};
export const POSTGRES: StorePlatform = {
  name: 'postgres',
  bytes: 'bytea',
  keyedTables: false,
  narrowIntegers: true,
  oneWriter: false,
  skipsLocked: true,
  takesLists: true,
};

/** The platform of a connection or transaction, for queries that are built once for each database. */
export function platformOf(db: Pick<Kysely<Tables>, 'getExecutor'>): StorePlatform {
  return db.getExecutor().adapter instanceof SqliteAdapter ? SQLITE : POSTGRES;
}
