import type { Kysely } from 'kysely';
import { DeskError } from '../errors.ts';
import { createTableSum, type Row, readTable, sumTable } from './read-table.ts';
import { COPIED_TABLES, type TableName } from './table-order.ts';
import type { Tables } from './tables.ts';

/** What was copied of one table. `hash` covers the content of all its rows. */
export interface CopiedTable {
  readonly table: string;
  readonly rows: number;
  readonly hash: string;
}

/** Called as rows arrive, with how many of the table have so far. */
export type OnCopied = (table: string, rows: number) => void;

async function isEmpty(db: Kysely<Tables>, table: TableName): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select(({ lit }) => lit(1).as('one'))
    .limit(1)
    .executeTakeFirst();
  return row === undefined;
}

/** Whether anybody has stored anything here: more than the proof of the key, which the first start leaves. */
async function holdsRows(db: Kysely<Tables>): Promise<boolean> {
  for (const table of COPIED_TABLES) if (table !== 'key_check' && !(await isEmpty(db, table))) return true;
  return false;
}

/**
 * Removes every row, children before parents.
 * @throws DeskError INPUT_INVALID when there are any and `replace` does not allow it
 */
export async function emptyTables(db: Kysely<Tables>, place: string, replace: boolean): Promise<void> {
  if (!replace && (await holdsRows(db))) {
    throw new DeskError('INPUT_INVALID', `${place} holds data already`, {
      hint: 'Use an empty database, or --replace to give up what is stored there.',
    });
  }
  for (const table of COPIED_TABLES.toReversed()) await db.deleteFrom(table).execute();
}

async function insertRows(db: Kysely<Tables>, table: TableName, rows: readonly Row[]): Promise<void> {
  // What was read from a table of this name fits into one of this name.
  await db
    .insertInto(table)
    .values(rows as never)
    .execute();
}

/**
 * Copies all rows from one database into the empty tables of another, and reads back what arrived. Call with a
 * snapshot of the one and an open transaction of the other, so that a copy that does not hold leaves nothing.
 * @throws DeskError STORE_FAILED when what arrived is not what was sent
 */
export async function copyTables(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  onCopied: OnCopied = () => {},
): Promise<readonly CopiedTable[]> {
  const copied: CopiedTable[] = [];
  for (const table of COPIED_TABLES) {
    const sum = createTableSum();
    for await (const rows of readTable(from, table)) {
      await insertRows(to, table, rows);
      sum.add(rows);
      onCopied(table, sum.read().rows);
    }
    const [sent, arrived] = [sum.read(), await sumTable(to, table)];
    if (sent.rows !== arrived.rows || sent.hash !== arrived.hash) {
      throw new DeskError('STORE_FAILED', `${table}: ${sent.rows} rows were sent, and something else arrived`, {
        hint: 'Nothing was changed. Try again; if it happens again, keep the source and report it.',
      });
    }
    copied.push({ table, ...sent });
  }
  return copied;
}
