import { sql } from 'kysely';
import { type ConversationKey, nameConversation } from '../conversation-store.ts';
import type { Executor } from '../executor.ts';
import { findOrigin } from '../hand-over-store.ts';
import { maskNumbersInText } from '../mask-text.ts';
import { nameRequest } from '../request-store.ts';
import { takeNextNumber } from '../sequence-store.ts';
import { selectHolds } from './held.ts';

/** A case of which nothing is erased until it is released. */
export interface Hold {
  readonly number: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
}

/** Cases that are held, oldest hold first. */
export async function readHolds({ db }: Executor): Promise<readonly Hold[]> {
  const rows = await db.selectFrom('holds').selectAll().where('released_at', 'is', null).orderBy('id').execute();
  return rows.map((row) => ({
    number: row.number,
    reason: row.reason,
    placedBy: row.placed_by,
    placedAt: row.placed_at,
  }));
}

/** Names of a case and of the conversations it was begun and filed in; undefined when there is no such case. */
async function nameParts(executor: Executor, number: string): Promise<readonly string[] | undefined> {
  const row = await executor.db
    .selectFrom('requests')
    .select(['channel', 'conversation', 'draft_id'])
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return undefined;
  const origin = await findOrigin(executor, row, row.draft_id);
  return [nameRequest(number), nameConversation(row), ...(origin ? [nameConversation(origin)] : [])];
}

/**
 * Holds a case: from its commit on nothing of it is erased; an erasure in hand is waited for. Numbers in the reason are
 * masked. Call within a transaction.
 */
export async function placeHold(
  executor: Executor,
  number: string,
  hold: { readonly reason: string; readonly by: string; readonly at: Date },
): Promise<'placed' | 'held already' | 'unknown'> {
  const names = await nameParts(executor, number);
  if (!names) return 'unknown';
  await executor.lock(...names);
  if ((await readHolds(executor)).some((each) => each.number === number)) return 'held already';
  const id = await takeNextNumber(executor, 'holds');
  const [reason, placed_at] = [maskNumbersInText(hold.reason), hold.at.toISOString()];
  await executor.db
    .insertInto('holds')
    .values({ id, number, reason, placed_by: hold.by, placed_at, released_by: null, released_at: null })
    .execute();
  return 'placed';
}

/** Lets a held case go. Says whether it was held. */
export async function releaseHold(
  { db }: Executor,
  number: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('holds')
    .set({ released_by: by, released_at: at.toISOString() })
    .where('number', '=', number)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Numbers of the held cases a conversation belongs to. */
export async function findHoldsOn({ db }: Executor, key: ConversationKey): Promise<readonly string[]> {
  const { rows } = await sql<{
    number: string;
  }>`${selectHolds(sql.val(key.channel), sql.val(key.conversation))}`.execute(db);
  return [...new Set(rows.map((row) => row.number))].sort();
}
