import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { TableName } from './table-order.ts';
import type { Tables } from './tables.ts';

/** Rows held in memory at once. */
const ROWS_AT_ONCE = 200;
const MODULUS = 2n ** 256n;

export type Row = Readonly<Record<string, unknown>>;

/** All rows of a table, some at a time, in no order. Within a transaction, as they stood at one instant. */
export async function* readTable(db: Kysely<Tables>, table: TableName): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  for await (const row of db.selectFrom(table).selectAll().stream(ROWS_AT_ONCE)) {
    rows.push(row);
    if (rows.length < ROWS_AT_ONCE) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function writeValue(value: unknown): unknown {
  return value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value;
}

/** A row's content by name and value, whatever order the columns have. */
function digestRow(row: Row): bigint {
  const content = Object.keys(row)
    .sort()
    .map((name) => [name, writeValue(row[name])]);
  return BigInt(`0x${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`);
}

/** Adds up what a table holds: how many rows, and one hash over all of them in any order. */
export interface TableSum {
  readonly add: (rows: readonly Row[]) => void;
  readonly read: () => { readonly rows: number; readonly hash: string };
}

/** Each row's SHA-256, added modulo 2²⁵⁶: the same rows give the same sum on every engine. */
export function createTableSum(): TableSum {
  let [count, sum] = [0, 0n];
  return {
    add(rows) {
      count += rows.length;
      for (const row of rows) sum = (sum + digestRow(row)) % MODULUS;
    },
    read: () => ({ rows: count, hash: sum.toString(16).padStart(64, '0') }),
  };
}

/** What a table holds, read through once. */
export async function sumTable(db: Kysely<Tables>, table: TableName): Promise<ReturnType<TableSum['read']>> {
  const sum = createTableSum();
  for await (const rows of readTable(db, table)) sum.add(rows);
  return sum.read();
}
