import type { ConversationState } from '../../conversation/state.ts';
import { type ConversationKey, loadState, nameConversation, sealState } from '../conversation-store.ts';
import type { Executor } from '../executor.ts';
import { isFree } from './held.ts';
import { ALL, makeOverdue, type Overdue } from './overdue.ts';

/** Conversations looked into at once where an earlier version has not said whether they hold a draft. */
const AT_ONCE = 200;

/** Conversations silent since `before` that hold a draft and belong to no held case, oldest first. */
export async function findOldDrafts({ db }: Executor, before: Date, most = ALL): Promise<readonly Overdue[]> {
  const rows = await db
    .selectFrom('conversations')
    .select(['channel', 'id', 'updated_at'])
    .where('drafting', '=', 1)
    .where('updated_at', '<', before.toISOString())
    .where(isFree('conversations.channel', 'conversations.id'))
    .orderBy('updated_at')
    .limit(most)
    .execute();
  return rows.map(({ channel, id, updated_at }) =>
    makeOverdue([channel, id], updated_at, [nameConversation({ channel, conversation: id })]),
  );
}

/** Stores a state from which the draft was taken. The person has not written: their conversation grows no younger. */
export async function saveWithoutDraft(executor: Executor, key: ConversationKey, state: ConversationState) {
  await executor.db
    .updateTable('conversations')
    .set((eb) => ({ state: sealState(executor, key, state), version: eb('version', '+', 1), drafting: 0 }))
    .where('channel', '=', key.channel)
    .where('id', '=', key.conversation)
    .execute();
}

/** Says of conversations an earlier version stored whether they hold a draft. One that does not open holds none. */
export async function markOlderDrafts(executor: Executor): Promise<void> {
  for (;;) {
    const rows = await executor.db
      .selectFrom('conversations')
      .select(['channel', 'id', 'version'])
      .where('drafting', 'is', null)
      .limit(AT_ONCE)
      .execute();
    for (const { channel, id, version } of rows) {
      const state = await loadState(executor, { channel, conversation: id }).catch(() => undefined);
      await executor.db
        .updateTable('conversations')
        .set({ drafting: state?.form ? 1 : 0 })
        .where('channel', '=', channel)
        .where('id', '=', id)
        .where('version', '=', version)
        .execute();
    }
    if (rows.length < AT_ONCE) return;
  }
}
