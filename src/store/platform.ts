import type { ColumnDataType } from 'kysely';

/**
 * What differs between databases, as data. Everything else is written once for all of them.
 * A second database adds a constant here and a dialect beside `node-sqlite.ts`.
 */
export interface StorePlatform {
  readonly name: string;
  /** Column type for sealed bytes. Default of the standard: `blob`. */
  readonly bytes: ColumnDataType;
  /** true when a table may be made WITHOUT ROWID, which saves one tree per keyed table. Default false. */
  readonly keyedTables: boolean;
}

export const SQLITE: StorePlatform = { name: 'sqlite', bytes: 'blob', keyedTables: true };
