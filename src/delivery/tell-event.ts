import type { DeskEvent } from '../conversation/effect.ts';
import type { Release } from '../conversation/release.ts';
import type { TurnFunction } from '../conversation/turn-contract.ts';
import {
  appendLines,
  type ConversationKey,
  type Executor,
  loadState,
  nameConversation,
  saveState,
} from '../store/index.ts';

/** What puts an event into words. */
export interface Teller {
  readonly turn: TurnFunction;
  readonly release: Release;
  readonly now: Date;
}

/**
 * Lets a conversation hear of something that came about elsewhere, in its own words, language and state. While staff own
 * it the bot says nothing, but the state goes on. `id` stands for the message id of the turn.
 */
export async function tellEvent(
  executor: Executor,
  key: ConversationKey,
  event: DeskEvent,
  { turn, release, now, id }: Teller & { readonly id: string },
): Promise<void> {
  await executor.lock(nameConversation(key));
  const state = await loadState(executor, key);
  if (!state) return;
  const told = turn(state, { kind: 'event', event }, release, now, id);
  if (state.owner !== 'staff') {
    const lines = told.replies.map((message) => ({ from: 'desk' as const, message, release: release.hash }));
    await appendLines(executor, key, lines, now);
  }
  await saveState(executor, key, told.state, now);
}
