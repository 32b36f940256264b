import { type ConversationState, conversationStateSchema } from '../conversation/state.ts';
import { DeskError } from '../errors.ts';
import type { Executor } from './executor.ts';
import type { Place } from './seal.ts';

/** Names a conversation: ids are only unique within their channel. */
export interface ConversationKey {
  readonly channel: string;
  readonly conversation: string;
}

/** The name a conversation is locked by: its messages are handled one after the other, whoever handles them. */
export function nameConversation({ channel, conversation }: ConversationKey): string {
  return JSON.stringify(['conversation', channel, conversation]);
}

function placeOfState(key: ConversationKey): Place {
  return { table: 'conversations', column: 'state', key: [key.channel, key.conversation] };
}

/**
 * What the conversation remembers; undefined when it is new.
 * @throws DeskError SEALED_BROKEN when the stored state does not open or has an unknown shape
 */
export async function loadState(
  { db, sealer }: Executor,
  key: ConversationKey,
): Promise<ConversationState | undefined> {
  const row = await db
    .selectFrom('conversations')
    .select('state')
    .where('channel', '=', key.channel)
    .where('id', '=', key.conversation)
    .executeTakeFirst();
  if (!row) return undefined;
  const parsed = conversationStateSchema.safeParse(JSON.parse(sealer.open(placeOfState(key), row.state)));
  if (parsed.success) return parsed.data;
  throw new DeskError('SEALED_BROKEN', 'a conversation was stored in a shape this version does not know', {
    cause: parsed.error,
  });
}

export function sealState({ sealer }: Executor, key: ConversationKey, state: ConversationState): Uint8Array {
  return sealer.seal(placeOfState(key), JSON.stringify(state));
}

export async function saveState(
  executor: Executor,
  key: ConversationKey,
  state: ConversationState,
  now: Date,
): Promise<void> {
  const sealed = sealState(executor, key, state);
  const drafting = state.form === null ? 0 : 1;
  const at = now.toISOString();
  await executor.db
    .insertInto('conversations')
    .values({
      channel: key.channel,
      id: key.conversation,
      state: sealed,
      version: 1,
      created_at: at,
      updated_at: at,
      drafting,
    })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'id']).doUpdateSet((eb) => ({
        state: sealed,
        version: eb('conversations.version', '+', 1),
        updated_at: at,
        drafting,
      })),
    )
    .execute();
}
