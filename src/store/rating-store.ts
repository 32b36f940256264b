import type { Day } from '../day.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import type { RatingsTable } from './opinion-tables.ts';
import type { Place } from './seal.ts';
import { takeNextNumber } from './sequence-store.ts';

/** How content somebody is, with an answer or with how a request went. Nothing says who. */
export interface Rating {
  readonly of: RatingsTable['of_what'];
  /** Id of the answer, or outcome of the request. */
  readonly subject: string;
  /** 5 非常满意 to 1 非常不满意. */
  readonly level: number;
  /** Hash of the release rated: of the answer, or of the texts the notice was made from. Null where there is none. */
  readonly release: string | null;
  readonly on: Day;
}

/** A poor rating somebody has to look into. */
export interface FollowUp {
  readonly id: number;
  readonly of: Rating['of'];
  /** Id of the answer, or number of the request. */
  readonly about: string;
  readonly level: number;
  readonly openedOn: Day;
  /** Last day to look into it. */
  readonly dueOn: Day;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  /** What came of it; null while it is open. */
  readonly note: string | null;
}

function placeOfNote(id: number): Place {
  return { table: 'follow_ups', column: 'note', key: [id] };
}

/** Keeps a rating; given again from the same conversation about the same thing it takes the place of the one before. */
export async function recordRating(
  { db, sealer }: Executor,
  key: ConversationKey,
  about: string,
  { of, subject, level, release, on }: Rating,
): Promise<string> {
  // A keyed hash: it tells the same voice from another one and leads back to nobody.
  const token = sealer.hash('rating', JSON.stringify([of, about, release, key.channel, key.conversation]));
  const row = { token, of_what: of, subject, level, release, rated_on: on };
  await db
    .insertInto('ratings')
    .values(row)
    .onConflict((conflict) => conflict.column('token').doUpdateSet({ level, rated_on: on }))
    .execute();
  return token;
}

/** Opens a follow-up for a rating, once. Returns its last day, that of the one opened before when there is one. */
export async function openFollowUp(
  executor: Executor,
  token: string,
  { of, about, level, openedOn, dueOn }: Pick<FollowUp, 'of' | 'about' | 'level' | 'openedOn' | 'dueOn'>,
): Promise<Day> {
  const { db } = executor;
  await executor.lock(JSON.stringify(['follow-up', token]));
  const before = await db.selectFrom('follow_ups').select('due_on').where('token', '=', token).executeTakeFirst();
  if (before) return before.due_on as Day;
  const id = await takeNextNumber(executor, 'follow_ups');
  await db
    .insertInto('follow_ups')
    .values({
      id,
      token,
      of_what: of,
      about,
      level,
      opened_on: openedOn,
      due_on: dueOn,
      closed_at: null,
      closed_by: null,
      note: null,
    })
    .execute();
  return dueOn;
}

/** Follow-ups, those due first before the others; closed ones only when asked for. */
export async function readFollowUps(
  { db, sealer }: Executor,
  { closed }: { readonly closed: boolean },
): Promise<readonly FollowUp[]> {
  const rows = await db
    .selectFrom('follow_ups')
    .selectAll()
    .$if(!closed, (query) => query.where('closed_at', 'is', null))
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    of: row.of_what,
    about: row.about,
    level: row.level,
    openedOn: row.opened_on as Day,
    dueOn: row.due_on as Day,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    note: row.note && sealer.open(placeOfNote(row.id), row.note),
  }));
}

/** Closes a follow-up with what came of it. False when there is no open one of that id. */
export async function closeFollowUp(
  { db, sealer }: Executor,
  id: number,
  { by, note, at }: { readonly by: string; readonly note: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('follow_ups')
    .set({ closed_at: at.toISOString(), closed_by: by, note: sealer.seal(placeOfNote(id), note) })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many gave which level, by what was rated. */
export async function countRatings({ db }: Executor) {
  const rows = await db
    .selectFrom('ratings')
    .select(({ fn }) => ['of_what as of', 'subject', 'release', 'level', fn.countAll().as('count')])
    .groupBy(['of_what', 'subject', 'release', 'level'])
    .orderBy('of_what')
    .orderBy('subject')
    .orderBy('level', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
