import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { platformOf } from './platform.ts';
import type { Tables } from './tables.ts';

/** Names as one parameter: a query has the same text however many they are, so that it is built and prepared once. */
export type PackedNames = string | readonly string[];

type Database = Pick<Kysely<Tables>, 'getExecutor'>;

export function packNames(db: Database, names: readonly string[]): PackedNames {
  return platformOf(db).takesLists ? names : JSON.stringify(names);
}

/** True of a row whose column holds one of the names. */
export function isListed(db: Database, column: string, names: PackedNames): RawBuilder<SqlBool> {
  return platformOf(db).takesLists
    ? sql<SqlBool>`${sql.ref(column)} = any(${names}::text[])`
    : sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${names}))`;
}

/** The names as rows of one column, `name`. */
export function listNames(db: Database, names: PackedNames): RawBuilder<{ readonly name: string }> {
  return platformOf(db).takesLists
    ? sql<{ readonly name: string }>`(select unnest(${names}::text[]) as name)`
    : sql<{ readonly name: string }>`(select value as name from json_each(${names}))`;
}
