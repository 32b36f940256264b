import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';

/** Something staff look at has changed: `conversation:12`, `request:SPB-2026-000001`, `presence:…`, `undelivered`. */
export interface Change {
  readonly subject: string;
  /** Grows with each change of this subject. */
  readonly times: number;
  /** ISO 8601. */
  readonly at: string;
}

/** Changes in one answer: more than this at once and whoever asks had better look at everything. */
const MOST = 2000;

const countChange = prepareQuery((db, { subject, at }: { readonly subject: string; readonly at: string }) =>
  db
    .insertInto('changes')
    .values({ subject, times: 1, at })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet((eb) => ({ times: eb('changes.times', '+', 1), at })),
    ),
);

/**
 * Says that a subject changed, in the transaction that changes it. One row a subject: whoever changes it holds the
 * subject already, so nobody waits here who would not wait anyway.
 */
export async function noteChange(executor: Executor, subject: string, now: Date): Promise<void> {
  await countChange(executor.db, { subject, at: now.toISOString() });
  await executor.announce('changes');
}

const findVisit = prepareQuery((db, given: ConversationKey) =>
  db
    .selectFrom('queue')
    .select('id')
    .where('channel', '=', given.channel)
    .where('conversation', '=', given.conversation)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('left_at', 'is', null), eb('claimed_by', 'is not', null)]))
    .limit(1),
);

/** Says that a conversation changed, if staff have it before them: it waits for them or one of them looks after it. */
export async function noteConversation(executor: Executor, key: ConversationKey, now: Date): Promise<void> {
  const [visit] = (await findVisit(executor.db, key)).rows;
  if (visit) await noteChange(executor, `conversation:${visit.id}`, now);
}

/** What changed at or after an instant (ISO 8601), oldest first. */
export async function readChanges({ db }: Executor, since: string): Promise<readonly Change[]> {
  return db.selectFrom('changes').selectAll().where('at', '>=', since).orderBy('at').limit(MOST).execute();
}

/** Forgets changes before `before`, and who looked at what then: who has not looked since looks at everything. */
export async function forgetChanges({ db }: Executor, before: Date): Promise<void> {
  await db.deleteFrom('presence').where('seen_at', '<', before.toISOString()).execute();
  await db.deleteFrom('changes').where('at', '<', before.toISOString()).execute();
}
