import { type Draft, draftSchema } from '../requests/form/draft.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Place } from './seal.ts';

function hashToken({ sealer }: Executor, token: string): string {
  return sealer.hash('hand-over', token);
}

function placeOfDraft(hash: string): Place {
  return { table: 'hand_overs', column: 'draft', key: [hash] };
}

/** Keeps a draft to be taken up once, by whoever brings the token. Only the token's hash is stored. */
export async function keepHandOver(
  executor: Executor,
  key: ConversationKey,
  handOver: { readonly token: string; readonly draft: Draft; readonly expiresAt: Date },
): Promise<void> {
  const hash = hashToken(executor, handOver.token);
  await executor.db
    .insertInto('hand_overs')
    .values({
      token_hash: hash,
      channel: key.channel,
      conversation: key.conversation,
      draft_id: handOver.draft.id,
      draft: executor.sealer.seal(placeOfDraft(hash), JSON.stringify(handOver.draft)),
      expires_at: handOver.expiresAt.toISOString(),
      used_at: null,
      used_channel: null,
      used_conversation: null,
    })
    .execute();
}

/** Takes a draft up into another conversation. Undefined when the token is unknown, used or too old. */
export async function takeHandOver(
  executor: Executor,
  into: ConversationKey,
  token: string,
  now: Date,
): Promise<Draft | undefined> {
  const hash = hashToken(executor, token);
  const row = await executor.db
    .updateTable('hand_overs')
    .set({ used_at: now.toISOString(), used_channel: into.channel, used_conversation: into.conversation })
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning('draft')
    .executeTakeFirst();
  return row && draftSchema.parse(JSON.parse(executor.sealer.open(placeOfDraft(hash), row.draft)));
}

/** The conversations a draft came from, when it was taken up into this one. */
export async function findOrigin(
  { db }: Executor,
  into: ConversationKey,
  draftId: string,
): Promise<ConversationKey | undefined> {
  return db
    .selectFrom('hand_overs')
    .select(['channel', 'conversation'])
    .where('used_channel', '=', into.channel)
    .where('used_conversation', '=', into.conversation)
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
}

const selectOrigin = prepareQuery((db, given: { readonly number: string }) =>
  db
    .selectFrom('hand_overs')
    .innerJoin('requests', (join) =>
      join
        .onRef('requests.channel', '=', 'hand_overs.used_channel')
        .onRef('requests.conversation', '=', 'hand_overs.used_conversation')
        .onRef('requests.draft_id', '=', 'hand_overs.draft_id'),
    )
    .select(['hand_overs.channel', 'hand_overs.conversation'])
    .where('requests.number', '=', given.number)
    .limit(1),
);

/** The conversation in which the form of a request was begun, when it was finished elsewhere. */
export async function findOriginOf({ db }: Executor, number: string): Promise<ConversationKey | undefined> {
  return (await selectOrigin(db, { number })).rows[0];
}

/** The conversations a draft was taken up into. */
export async function findTakers(
  { db }: Executor,
  origin: ConversationKey,
  draftId: string,
): Promise<readonly ConversationKey[]> {
  const rows = await db
    .selectFrom('hand_overs')
    .select(['used_channel', 'used_conversation'])
    .where('channel', '=', origin.channel)
    .where('conversation', '=', origin.conversation)
    .where('draft_id', '=', draftId)
    .execute();
  return rows.flatMap(({ used_channel: channel, used_conversation: conversation }) =>
    channel === null || conversation === null ? [] : [{ channel, conversation }],
  );
}

/** Forgets links that were never taken up, and the drafts in them. */
export async function forgetHandOvers({ db }: Executor, now: Date): Promise<void> {
  await db.deleteFrom('hand_overs').where('used_at', 'is', null).where('expires_at', '<=', now.toISOString()).execute();
}
