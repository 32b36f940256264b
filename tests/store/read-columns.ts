import { sql } from 'kysely';
import type { Store } from '../../src/store/index.ts';

interface Column {
  readonly table: string;
  readonly column: string;
}

/**
 * Tables as they stand in the database, each with its columns. On PostgreSQL only the schema of this test is asked for:
 * those of tests that run beside it come and go while the server reads them.
 */
export async function readColumns({ db, platform }: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const listed =
    platform.name === 'postgres'
      ? sql<Column>`select table_name as "table", column_name as "column" from information_schema.columns
          where table_schema = current_schema()`
      : sql<Column>`select master.name as "table", info.name as "column"
          from sqlite_master as master, pragma_table_info(master.name) as info
          where master.type = 'table' and master.name not like 'sqlite!_%' escape '!'`;
  const tables = new Map<string, string[]>();
  for (const { table, column } of (await listed.execute(db)).rows)
    tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}
