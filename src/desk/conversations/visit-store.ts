import { type ConversationKey, type Executor, noteChange } from '../../store/index.ts';

export const nameVisit = (id: number): string => `conversation:${id}`;

/** A conversation's stay with the staff: from asking for a person until it ends or the bot has it back. */
export interface Visit extends ConversationKey {
  readonly id: number;
  readonly state: 'waiting' | 'open' | 'ended';
  readonly topic: string;
  readonly joinedAt: string;
  readonly claimedBy: number | null;
  readonly claimedAt: string | null;
  /** Unit it was forwarded to; null for whoever is free. */
  readonly unit: number | null;
  readonly endedAt: string | null;
  readonly endedWhy: string | null;
  /** When the bot came back because whoever had claimed it went quiet, and who that was. Null when it never happened. */
  readonly returnedAt: string | null;
  readonly returnedFrom: number | null;
}

interface VisitRow {
  readonly id: number;
  readonly channel: string;
  readonly conversation: string;
  readonly topic: string;
  readonly joined_at: string;
  readonly left_at: string | null;
  readonly claimed_by: number | null;
  readonly claimed_at: string | null;
  readonly unit: number | null;
  readonly ended_at: string | null;
  readonly ended_why: string | null;
  readonly returned_at: string | null;
  readonly returned_from: number | null;
}

function stateOf(row: VisitRow): Visit['state'] {
  if (row.left_at === null) return 'waiting';
  return row.claimed_by !== null && row.ended_at === null ? 'open' : 'ended';
}

function openVisit(row: VisitRow): Visit {
  return {
    id: row.id,
    channel: row.channel,
    conversation: row.conversation,
    state: stateOf(row),
    topic: row.topic,
    joinedAt: row.joined_at,
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
    unit: row.unit,
    endedAt: row.ended_at ?? (stateOf(row) === 'ended' ? row.left_at : null),
    endedWhy: row.ended_why,
    returnedAt: row.returned_at,
    returnedFrom: row.returned_from,
  };
}

export async function findVisit({ db }: Executor, id: number): Promise<Visit | undefined> {
  const row = await db.selectFrom('queue').selectAll().where('id', '=', id).executeTakeFirst();
  return row && openVisit(row);
}

export interface VisitQuery {
  readonly state: Visit['state'];
  readonly claimedBy?: number | undefined;
  /** Visits below this id. */
  readonly before?: number | undefined;
  readonly most: number;
}

/** Visits in a state: those who wait first come first, the others newest first. */
export async function findVisits({ db }: Executor, query: VisitQuery): Promise<readonly Visit[]> {
  let rows = db.selectFrom('queue').selectAll().limit(query.most);
  if (query.claimedBy !== undefined) rows = rows.where('claimed_by', '=', query.claimedBy);
  if (query.before !== undefined) rows = rows.where('id', '<', query.before);
  if (query.state === 'waiting') rows = rows.where('left_at', 'is', null).orderBy('id');
  else rows = rows.where('left_at', 'is not', null).orderBy('id', 'desc');
  if (query.state === 'open') rows = rows.where('claimed_by', 'is not', null).where('ended_at', 'is', null);
  if (query.state === 'ended') {
    rows = rows.where((eb) => eb.or([eb('ended_at', 'is not', null), eb('claimed_by', 'is', null)]));
  }
  return (await rows.execute()).map(openVisit);
}

/**
 * Gives a visit to somebody, if it still is with whom the caller believes (`from`; null: with nobody). One statement:
 * of two at the same time one wins.
 */
export async function claimVisit(
  executor: Executor,
  id: number,
  claim: { readonly from: number | null; readonly by: number },
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  const claimed = await executor.db
    .updateTable('queue')
    .set((eb) => ({ claimed_by: claim.by, claimed_at: at, left_at: eb.fn.coalesce('left_at', eb.val(at)) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('claimed_by', claim.from === null ? 'is' : '=', claim.from)
    .returning('id')
    .executeTakeFirst();
  if (claimed) await noteChange(executor, nameVisit(id), now);
  return claimed !== undefined;
}

/** Puts a visit back in the queue, for a unit; it keeps its place by when it first joined. */
export async function requeueVisit(executor: Executor, id: number, unit: number, now: Date): Promise<void> {
  await noteChange(executor, nameVisit(id), now);
  await executor.db
    .updateTable('queue')
    .set({ claimed_by: null, claimed_at: null, left_at: null, unit })
    .where('id', '=', id)
    .execute();
}

/** Takes a visit from whoever went quiet and puts it back among those who wait, at its old place. */
export async function returnVisit(executor: Executor, { id, claimedBy }: Visit, now: Date): Promise<void> {
  await noteChange(executor, nameVisit(id), now);
  await executor.db
    .updateTable('queue')
    .set({
      claimed_by: null,
      claimed_at: null,
      left_at: null,
      returned_at: now.toISOString(),
      returned_from: claimedBy,
    })
    .where('id', '=', id)
    .execute();
}

export async function endVisit(executor: Executor, id: number, why: string, now: Date): Promise<void> {
  const at = now.toISOString();
  await noteChange(executor, nameVisit(id), now);
  await executor.db.updateTable('queue').set({ ended_at: at, ended_why: why }).where('id', '=', id).execute();
}
