import type { RequestView } from '../conversation/effect.ts';
import type { Release } from '../conversation/release.ts';
import type { TurnFunction } from '../conversation/turn-contract.ts';
import {
  appendLines,
  type ConversationKey,
  type Executor,
  findOrigin,
  findRequestByDraft,
  findTakers,
  loadState,
  nameConversation,
  type StoredRequest,
  saveState,
} from '../store/index.ts';

/** The request a draft has become, wherever its form was finished: in the chat it began in or on the page. */
export async function findFiledDraft(
  executor: Executor,
  key: ConversationKey,
  draftId: string,
): Promise<StoredRequest | undefined> {
  const origin = (await findOrigin(executor, key, draftId)) ?? key;
  for (const place of [key, origin, ...(await findTakers(executor, origin, draftId))]) {
    const request = await findRequestByDraft(executor, place, draftId);
    if (request) return request;
  }
  return undefined;
}

/** Brings the confirmation of a request filed on the page back into the chat it began in, and closes the form there. */
export async function tellOrigin(
  executor: Executor,
  key: ConversationKey,
  filed: { readonly draftId: string; readonly view: RequestView },
  { turn, release, now }: { readonly turn: TurnFunction; readonly release: Release; readonly now: Date },
): Promise<void> {
  const origin = await findOrigin(executor, key, filed.draftId);
  if (!origin) return;
  await executor.lock(nameConversation(origin));
  const state = await loadState(executor, origin);
  if (!state) return;
  const event = { kind: 'filed_on_page', view: filed.view } as const;
  const told = turn(state, { kind: 'event', event }, release, now, filed.draftId);
  // The page has confirmed it; in a conversation staff own the bot says nothing more.
  if (state.owner !== 'staff') {
    const lines = told.replies.map((message) => ({ from: 'desk' as const, message, release: release.hash }));
    await appendLines(executor, origin, lines, now);
  }
  await saveState(executor, origin, told.state, now);
}
