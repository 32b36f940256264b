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

/** Pairs of names as one parameter. */
export function packPairs(pairs: readonly (readonly [string, string])[]): string {
  return JSON.stringify(pairs);
}

interface PairOfNames {
  readonly first: string;
  readonly second: string;
}

/** The pairs as rows of two columns, `first` and `second`. */
export function listPairs(db: Database, pairs: string): RawBuilder<PairOfNames> {
  return platformOf(db).takesLists
    ? sql<PairOfNames>`(select value ->> 0 as first, value ->> 1 as second from json_array_elements(${pairs}::json))`
    : sql<PairOfNames>`(select value ->> 0 as first, value ->> 1 as second from json_each(${pairs}))`;
}
