import { type RawBuilder, sql } from 'kysely';
import { DeskError } from '../errors.ts';
import type { Executor } from './executor.ts';
import type { Store } from './store.ts';
import { TABLE_FACTS, TABLE_NAMES, type TableName } from './table-order.ts';

/** Rows sealed anew in one transaction. */
const AT_ONCE = 100;
/** Version, cipher and id of the master key: what every value sealed alike begins with. */
const PREFIX = 10;

type Row = Readonly<Record<string, unknown>>;
type KeyValue = string | number;

/** What one pass over everything came to. */
export interface Resealed {
  readonly sealed: number;
  /** Values no key opens: damaged, and left as they are. */
  readonly broken: number;
}

function namesOf(table: TableName): { readonly key: readonly string[]; readonly columns: readonly string[] } {
  return { key: TABLE_FACTS[table].key, columns: Object.keys(TABLE_FACTS[table].sealed) };
}

function refs(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}

/** Rows after `after`, by their key, with a value that is not sealed as it would be now. */
async function readOutdated(
  { db, sealer }: Executor,
  table: TableName,
  after: readonly KeyValue[] | null,
): Promise<readonly Row[]> {
  const { key, columns } = namesOf(table);
  const prefix = sealer.seal({ table, column: '', key: [] }, '').subarray(0, PREFIX);
  // An empty value is none: it marks what is not kept any longer.
  const outdated = sql.join(
    columns.map(
      (name) => sql`(length(${sql.ref(name)}) > 0 and substr(${sql.ref(name)}, 1, ${sql.lit(PREFIX)}) <> ${prefix})`,
    ),
    sql` or `,
  );
  const beyond = after === null ? sql`1 = 1` : sql`(${refs(key)}) > (${sql.join(after)})`;
  const found = await sql<Row>`select ${refs([...key, ...columns])} from ${sql.table(table)}
    where ${beyond} and (${outdated}) order by ${refs(key)} limit ${sql.lit(AT_ONCE)}`.execute(db);
  return found.rows;
}

/** Seals one value anew, unless somebody has written another in the meantime. */
async function resealValue(
  executor: Executor,
  table: TableName,
  row: Row,
  column: string,
): Promise<keyof Resealed | null> {
  const { db, sealer } = executor;
  const { key } = namesOf(table);
  const bytes = row[column];
  if (!(bytes instanceof Uint8Array) || bytes.length === 0 || sealer.isCurrent(bytes)) return null;
  const place = { table, column, key: key.map((name) => row[name] as KeyValue) };
  let text: string;
  try {
    text = sealer.open(place, bytes);
  } catch (error) {
    if (error instanceof DeskError && error.code === 'SEALED_BROKEN') return 'broken';
    throw error;
  }
  const same = sql.join(
    key.map((name) => sql`${sql.ref(name)} = ${row[name]}`),
    sql` and `,
  );
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealer.seal(place, text)}
    where ${same} and ${sql.ref(column)} = ${bytes}`.execute(db);
  return 'sealed';
}

/** Seals one read of rows anew, and counts. */
async function resealRows(executor: Executor, table: TableName, rows: readonly Row[]): Promise<Resealed> {
  const count = { sealed: 0, broken: 0 };
  for (const row of rows) {
    for (const column of namesOf(table).columns) {
      const how = await resealValue(executor, table, row, column);
      if (how) count[how] += 1;
    }
  }
  return count;
}

/** Key of a row, in order. */
const keyOf = (table: TableName, row: Row) => namesOf(table).key.map((name) => row[name] as KeyValue);

/**
 * Seals some of what is not sealed by the current key anew, within one transaction. `more`: there is some left; without
 * it this pass has seen everything.
 */
export async function resealSome(executor: Executor): Promise<Resealed & { readonly more: boolean }> {
  let [sealed, broken] = [0, 0];
  for (const table of TABLE_NAMES.filter((name) => namesOf(name).columns.length > 0)) {
    let after: readonly KeyValue[] | null = null;
    for (;;) {
      const rows: readonly Row[] = await readOutdated(executor, table, after);
      const last = rows.at(-1);
      if (!last) break;
      const done = await resealRows(executor, table, rows);
      [sealed, broken] = [sealed + done.sealed, broken + done.broken];
      if (sealed >= AT_ONCE) return { sealed, broken, more: true };
      after = keyOf(table, last);
    }
  }
  return { sealed, broken, more: false };
}

async function resealTable(store: Store, table: TableName, onProgress: (done: number) => void): Promise<Resealed> {
  const count = { sealed: 0, broken: 0 };
  let after: readonly KeyValue[] | null = null;
  for (;;) {
    const rows: readonly Row[] = await store.transaction(async (executor) => {
      const outdated = await readOutdated(executor, table, after);
      const done = await resealRows(executor, table, outdated);
      count.sealed += done.sealed;
      count.broken += done.broken;
      return outdated;
    });
    const last = rows.at(-1);
    if (!last) return count;
    after = keyOf(table, last);
    onProgress(count.sealed);
  }
}

/**
 * Seals everything anew that is not sealed by the current key and in the current way, some rows at a time while others
 * read and write. Stopped at any moment it goes on where it was: what is done is not done again.
 */
export async function resealAll(store: Store, onProgress: (table: string, done: number) => void): Promise<Resealed> {
  const total = { sealed: 0, broken: 0 };
  for (const table of TABLE_NAMES) {
    if (namesOf(table).columns.length === 0) continue;
    const { sealed, broken } = await resealTable(store, table, (done) => onProgress(table, done));
    total.sealed += sealed;
    total.broken += broken;
  }
  return total;
}

/** How many values each master key has sealed; values of the first version, which name no key, under `v1`. */
export async function countByKey({ db }: Executor): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const table of TABLE_NAMES) {
    for (const column of namesOf(table).columns) {
      const found = await sql<{
        head: Uint8Array;
        many: number;
      }>`select substr(${sql.ref(column)}, 1, ${sql.lit(PREFIX)}) as head,
        count(*) as many from ${sql.table(table)} where length(${sql.ref(column)}) > 0 group by 1`.execute(db);
      for (const { head, many } of found.rows) {
        const name = head[0] === 1 ? 'v1' : Buffer.from(head.subarray(2)).toString('hex');
        counts.set(name, (counts.get(name) ?? 0) + many);
      }
    }
  }
  return counts;
}
