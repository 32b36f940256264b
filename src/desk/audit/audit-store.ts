import { type Executor, takeNextNumber } from '../../store/index.ts';
import { AUDIT_EVENTS, type AuditEntry, type AuditEvent } from './audit-event.ts';

/** What the first row's hash covers in place of a row before it. */
export const BEGINNING = '0'.repeat(64);

/** A recorded entry with its place in the chain. */
export interface ChainedEntry extends AuditEntry {
  readonly seq: number;
  readonly hash: string;
}

/** A row as it stands in the table; `detail` is the text that was hashed. */
interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly event: string;
  readonly actor: string;
  readonly subject: string;
  readonly detail: string;
}

/**
 * Keyed, so that nobody without the desk's key can write a chain that holds. The values are written as one JSON array:
 * no two rows come to the same text.
 */
export function hashRow({ sealer }: Executor, previous: string, row: AuditRow): string {
  const { seq, at, event, actor, subject, detail } = row;
  return sealer.hash('audit', JSON.stringify([previous, seq, at, event, actor, subject, detail]));
}

async function readHash({ db }: Executor, seq: number): Promise<string | undefined> {
  const row = await db.selectFrom('audit').select('hash').where('seq', '=', seq).executeTakeFirst();
  return row?.hash;
}

/**
 * Adds an entry at the end of the chain. Call within a transaction: taking the number holds off other writers until its
 * end, on every database, so that each finds the row before.
 */
export async function appendAudit(executor: Executor, entry: AuditEntry): Promise<void> {
  const seq = await takeNextNumber(executor, 'audit');
  const previous = (await readHash(executor, seq - 1)) ?? BEGINNING;
  const row = { seq, ...entry, detail: JSON.stringify(entry.detail) };
  await executor.db
    .insertInto('audit')
    .values({ ...row, hash: hashRow(executor, previous, row) })
    .execute();
}

/** What to look for; everything left out matches. */
export interface AuditQuery {
  readonly event?: AuditEvent | undefined;
  /** By one of these, and about one of these. */
  readonly actors?: readonly string[] | undefined;
  readonly subjects?: readonly string[] | undefined;
  /** ISO 8601, from and including. */
  readonly from?: string | undefined;
  /** ISO 8601, before. */
  readonly to?: string | undefined;
}

function openEntry(row: AuditRow & { readonly hash: string }): ChainedEntry {
  const event = AUDIT_EVENTS.find((known) => known === row.event);
  // An event this version does not know was written by a later one: it is shown as it stands.
  return { ...row, event: event ?? (row.event as AuditEvent), detail: JSON.parse(row.detail) };
}

/** Entries that match, newest first, below `before` (a seq) when given. */
export async function findAudit(
  { db }: Executor,
  query: AuditQuery,
  page: { readonly before?: number | undefined; readonly most: number },
): Promise<readonly ChainedEntry[]> {
  const { event, actors, subjects, from, to } = query;
  let rows = db.selectFrom('audit').selectAll();
  if (event !== undefined) rows = rows.where('event', '=', event);
  if (actors !== undefined) rows = rows.where('actor', 'in', actors);
  if (subjects !== undefined) rows = rows.where('subject', 'in', subjects);
  if (from !== undefined) rows = rows.where('at', '>=', from);
  if (to !== undefined) rows = rows.where('at', '<', to);
  if (page.before !== undefined) rows = rows.where('seq', '<', page.before);
  return (await rows.orderBy('seq', 'desc').limit(page.most).execute()).map(openEntry);
}

/** Rows after `after`, oldest first: for reading the whole chain a piece at a time. */
export async function readChain({ db }: Executor, after: number, most: number) {
  return db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(most).execute();
}

/** The number taken last; entries up to it must be there. */
export async function readLastNumber({ db }: Executor): Promise<number> {
  const row = await db.selectFrom('sequences').select('value').where('name', '=', 'audit').executeTakeFirst();
  return row?.value ?? 0;
}
