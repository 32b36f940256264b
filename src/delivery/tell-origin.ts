import type { RequestView } from '../conversation/effect.ts';
import {
  type ConversationKey,
  type Executor,
  findOrigin,
  findRequestByDraft,
  findTakers,
  type StoredRequest,
} from '../store/index.ts';
import { type Teller, tellEvent } from './tell-event.ts';

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

/** Brings the confirmation of a request filed on the page, where it was confirmed, back into the chat it began in. */
export async function tellOrigin(
  executor: Executor,
  key: ConversationKey,
  filed: { readonly draftId: string; readonly view: RequestView },
  teller: Teller,
): Promise<void> {
  const origin = await findOrigin(executor, key, filed.draftId);
  const event = { kind: 'filed_on_page', view: filed.view } as const;
  if (origin) await tellEvent(executor, origin, event, { ...teller, id: filed.draftId });
}
