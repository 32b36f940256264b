import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** True of a row whose column holds one of the values; of none where there are no values. PostgreSQL knows no empty list. */
export function isAmong(column: string, values: readonly (string | number)[]): RawBuilder<SqlBool> {
  return values.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${sql.ref(column)} in (${sql.join([...values])})`;
}

/** True of a row whose column holds none of the values: of every row where there are none. */
export function isNotAmong(column: string, values: readonly (string | number)[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`not (${isAmong(column, values)})`;
}
