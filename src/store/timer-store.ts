import type { Executor } from './executor.ts';
import { isAmong } from './is-among.ts';
import { prepareQuery } from './prepare-query.ts';
import type { TimersTable } from './tables.ts';

/** Something to be done at an instant. One of a kind stands for a subject; set again, it moves. */
export interface Timer {
  readonly kind: string;
  /** What it is about: a case number, a conversation. Never personal data. Empty for work that has no subject. */
  readonly subject: string;
  /** ISO 8601. */
  readonly dueAt: string;
  /** Attempts that failed since it became due. */
  readonly failures: number;
}

type TimerKey = Pick<Timer, 'kind' | 'subject'>;

const storeTimer = prepareQuery((db, { kind, subject, due_at, failures }: TimersTable) =>
  db
    .insertInto('timers')
    .values({ kind, subject, due_at, failures })
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).doUpdateSet({ due_at, failures })),
);

/** Sets a timer, or moves the one that stands. */
export async function setTimer({ db }: Executor, { kind, subject }: TimerKey, due: Date, failures = 0): Promise<void> {
  await storeTimer(db, { kind, subject, due_at: due.toISOString(), failures });
}

/** Sets a timer unless one of this kind and subject stands already. */
export async function ensureTimer({ db }: Executor, { kind, subject }: TimerKey, due: Date): Promise<void> {
  await db
    .insertInto('timers')
    .values({ kind, subject, due_at: due.toISOString(), failures: 0 })
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).doNothing())
    .execute();
}

/** Moves a timer that stands; where none does, none is set. */
export async function moveTimer({ db }: Executor, { kind, subject }: TimerKey, due: Date): Promise<void> {
  await db
    .updateTable('timers')
    .set({ due_at: due.toISOString(), failures: 0 })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .execute();
}

const deleteTimer = prepareQuery((db, given: TimerKey) =>
  db.deleteFrom('timers').where('kind', '=', given.kind).where('subject', '=', given.subject),
);

/** Takes a timer away, whenever it is due. */
export async function dropTimer({ db }: Executor, { kind, subject }: TimerKey): Promise<void> {
  await deleteTimer(db, { kind, subject });
}

/** Takes a timer away if it still stands as it was read. Says whether it did: one moved meanwhile is not due any more. */
export async function takeTimer({ db }: Executor, { kind, subject, dueAt }: Timer): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('timers')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('due_at', '=', dueAt)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Timers of these kinds that are due, earliest first, at most `most`. */
export async function readDueTimers(
  { db }: Executor,
  kinds: readonly string[],
  { at, most }: { readonly at: Date; readonly most: number },
): Promise<readonly Timer[]> {
  const rows = await db
    .selectFrom('timers')
    .selectAll()
    .where(isAmong('kind', kinds))
    .where('due_at', '<=', at.toISOString())
    .orderBy('due_at')
    .orderBy('kind')
    .orderBy('subject')
    .limit(most)
    .execute();
  return rows.map(({ due_at, ...row }) => ({ ...row, dueAt: due_at }));
}

/** When the next timer of these kinds is due; null when none stands. */
export async function readNextTimer({ db }: Executor, kinds: readonly string[]): Promise<Date | null> {
  const row = await db
    .selectFrom('timers')
    .select(({ fn }) => fn.min('due_at').as('at'))
    .where(isAmong('kind', kinds))
    .executeTakeFirst();
  return row?.at ? new Date(row.at) : null;
}
