import { type ConversationState, conversationStateSchema } from '../conversation/state.ts';
import { DeskError } from '../errors.ts';
import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';
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

const findState = prepareQuery((db, given: ConversationKey) =>
  db
    .selectFrom('conversations')
    .select('state')
    .where('channel', '=', given.channel)
    .where('id', '=', given.conversation),
);

interface StoredState extends ConversationKey {
  readonly state: Uint8Array;
  readonly at: string;
  readonly drafting: number;
}

const storeState = prepareQuery((db, { channel, conversation, state, at, drafting }: StoredState) =>
  db
    .insertInto('conversations')
    .values({ channel, id: conversation, state, version: 1, created_at: at, updated_at: at, drafting })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'id']).doUpdateSet((eb) => ({
        state,
        version: eb('conversations.version', '+', 1),
        updated_at: at,
        drafting,
      })),
    ),
);

/**
 * What the conversation remembers; undefined when it is new.
 * @throws DeskError SEALED_BROKEN when the stored state does not open or has an unknown shape
 */
export async function loadState(
  { db, sealer }: Executor,
  key: ConversationKey,
): Promise<ConversationState | undefined> {
  const [row] = (await findState(db, key)).rows;
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
  const { channel, conversation } = key;
  await storeState(executor.db, {
    channel,
    conversation,
    state: sealState(executor, key, state),
    at: now.toISOString(),
    drafting: state.form === null ? 0 : 1,
  });
}
