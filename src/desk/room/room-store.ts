import type { Executor } from '../../store/index.ts';

/** A card as it stands in the room. Instants are ISO 8601. */
export interface StandingCard {
  readonly subject: string;
  readonly place: string;
  readonly shown: string;
  readonly seen: number;
  readonly calledAt: string;
  readonly closedAt: string | null;
}

const COLUMNS = ['subject', 'place', 'shown', 'seen', 'called_at as calledAt', 'closed_at as closedAt'] as const;

export async function findCard({ db }: Executor, subject: string): Promise<StandingCard | undefined> {
  return db.selectFrom('room_cards').select(COLUMNS).where('subject', '=', subject).executeTakeFirst();
}

/** What stands at a place: what somebody writes below it is about. */
export async function findSubjectAt({ db }: Executor, place: string): Promise<string | undefined> {
  const row = await db.selectFrom('room_cards').select('subject').where('place', '=', place).executeTakeFirst();
  return row?.subject;
}

/** Subjects of cards about conversations that are not over yet. */
export async function readOpenSubjects({ db }: Executor): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('room_cards')
    .select('subject')
    .where('closed_at', 'is', null)
    .where('subject', 'like', 'conversation:%')
    .execute();
  return rows.map(({ subject }) => subject);
}

export async function saveCard({ db }: Executor, card: StandingCard): Promise<void> {
  const { subject, calledAt, closedAt, ...rest } = card;
  const row = { ...rest, called_at: calledAt, closed_at: closedAt };
  await db
    .insertInto('room_cards')
    .values({ subject, ...row })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
    .execute();
}

/** Takes down that something was written; false when it was taken down before. */
export async function claimWords(
  { db }: Executor,
  words: { readonly id: string; readonly subject: string },
  now: Date,
): Promise<boolean> {
  const row = await db
    .insertInto('room_words')
    .values({ ...words, line: null, at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function markLine({ db }: Executor, id: string, line: number): Promise<void> {
  await db.updateTable('room_words').set({ line }).where('id', '=', id).execute();
}

/** Lines that were written in the thread itself. */
export async function readOwnLines({ db }: Executor, subject: string): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('room_words')
    .select('line')
    .where('subject', '=', subject)
    .where('line', 'is not', null)
    .execute();
  return new Set(rows.map(({ line }) => Number(line)));
}

/** Forgets words, and cards that were over, before an instant. */
export async function forgetRoom({ db }: Executor, before: Date): Promise<void> {
  const at = before.toISOString();
  await db.deleteFrom('room_words').where('at', '<', at).execute();
  await db.deleteFrom('room_cards').where('closed_at', '<', at).execute();
}
