import { sql } from 'kysely';
import type { Store } from '../store/index.ts';
import type { TableName } from '../store/table-order.ts';

/** Columns that differ from row to row; `i` is the number of the copy, from 1. */
type Differing = Readonly<Record<string, string>>;

const CONVERSATION: readonly (readonly [TableName, key: string, Differing])[] = [
  ['conversations', 'id', { id: "'grown-' || i" }],
  ['lines', 'conversation', { conversation: "'grown-' || i" }],
];
const NUMBER = "'OLD-2020-' || substr(cast(1000000 + i as text), 2)";
const CASE: readonly (readonly [TableName, key: string, Differing])[] = [
  ['requests', 'number', { number: NUMBER, conversation: "'grown-' || i", draft_id: "'d' || i" }],
  ['request_events', 'number', { number: NUMBER }],
  ['case_clocks', 'number', { number: NUMBER }],
  ['case_effects', 'number', { number: NUMBER }],
  ['request_index', 'number', { number: NUMBER }],
  ['timers', 'subject', { subject: NUMBER }],
];
/** Rows written in one statement. */
const AT_ONCE = 20_000;

async function copyRows(store: Store, from: number, to: number, of: string, rules: typeof CASE): Promise<void> {
  for (const [table, key, differing] of rules) {
    const row = await store.db.selectFrom(table).selectAll().where(sql.ref(key), '=', of).limit(1).executeTakeFirst();
    if (!row) continue;
    const names = Object.keys(row);
    const values = names.map((name) => sql.raw(differing[name] ?? `t.${name}`));
    const columns = names.map((name) => sql.ref(name));
    await sql`
      with recursive n(i) as (select cast(${from} as integer) union all select i + 1 from n where i < ${to})
      insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(values)} from n, ${sql.table(table)} as t where ${sql.ref(`t.${key}`)} = ${of}`.execute(
      store.db,
    );
  }
}

async function multiply(store: Store, many: number, of: string, rules: typeof CASE): Promise<void> {
  for (let from = 1; from <= many; from += AT_ONCE)
    await store.transaction((executor) =>
      copyRows({ ...store, ...executor }, from, Math.min(many, from + AT_ONCE - 1), of, rules),
    );
}

/**
 * Fills the tables with copies of one conversation and of one case. Sealed values are bound to their rows, so the copies
 * cannot be opened; nobody asks for them, they only have to be there.
 */
export async function fillStore(
  store: Store,
  { conversation, number }: { readonly conversation: string; readonly number: string },
  { conversations, cases }: { readonly conversations: number; readonly cases: number },
): Promise<void> {
  await multiply(store, conversations, conversation, CONVERSATION);
  await multiply(store, cases, number, CASE);
  await sql`analyze`.execute(store.db);
}
