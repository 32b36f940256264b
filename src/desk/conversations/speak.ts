import type { ConversationState } from '../../conversation/state.ts';
import { startState } from '../../conversation/state.ts';
import { type Messages, say } from '../../messages.ts';
import {
  appendLines,
  type ConversationKey,
  type Executor,
  loadState,
  nameConversation,
  saveState,
} from '../../store/index.ts';

/** What acting on a conversation needs of the world. */
export interface ConversationWorld {
  readonly executor: Executor;
  readonly messages: Messages;
  readonly now: Date;
}

/** Says something of the desk's own to the citizen, in their language, and makes `owner` the one who answers from now on. */
export async function handTo(
  { executor, messages, now }: ConversationWorld,
  key: ConversationKey,
  owner: ConversationState['owner'],
  notice: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const state = (await loadState(executor, key)) ?? startState();
  await saveState(executor, key, { ...state, owner, leaving: undefined }, now);
  const text = say(messages, state.locale, notice, values);
  await appendLines(executor, key, [{ from: 'desk', message: { kind: 'notice', text } }], now);
}

/** Holds a conversation until the transaction ends: no turn runs in it, and no colleague acts on it. Before anything is written. */
export async function holdConversation(
  { executor }: Pick<ConversationWorld, 'executor'>,
  key: ConversationKey,
): Promise<void> {
  await executor.lock(nameConversation(key));
}
