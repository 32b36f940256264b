import type { OutFile } from '../channel/message.ts';
import { type Notice, writeLetter, writeNotice } from '../conversation/notices/write-notice.ts';
import { startState } from '../conversation/state.ts';
import { writeTraditional } from '../conversation/traditional.ts';
import { describeDocumentFile } from '../documents/document-files.ts';
import type { AuthorityProfile } from '../knowledge/schema/authority.ts';
import type { Regime } from '../knowledge/schema/regime.ts';
import type { CaseEvent, Decision } from '../requests/index.ts';
import { regimeNamed } from '../requests/index.ts';
import {
  appendLines,
  type ConversationKey,
  findOriginOf,
  loadState,
  nameConversation,
  type StoredDocument,
  type StoredRequest,
  saveState,
} from '../store/index.ts';
import type { CaseContext } from './case-context.ts';

/** Channel of requests that staff enter: no conversation stands behind them. */
export const DESK_CHANNEL = 'desk';

/** Where a requester reads: the conversation the request was filed in, and the chat in which its form was begun. */
export async function findPlaces(
  { executor }: Pick<CaseContext, 'executor'>,
  request: Pick<StoredRequest, 'number' | 'channel' | 'conversation'>,
): Promise<readonly ConversationKey[]> {
  if (request.channel === DESK_CHANNEL) return [];
  const { channel, conversation } = request;
  const origin = await findOriginOf(executor, request.number);
  return origin ? [{ channel, conversation }, origin] : [{ channel, conversation }];
}

/** Adds a notice to one conversation, after the files that come with it, in its language and script, and makes its buttons those that can be typed. */
export async function addNotice(
  { executor, release, now }: CaseContext,
  key: ConversationKey,
  regime: Regime,
  notice: Notice,
  files: readonly OutFile[] = [],
): Promise<void> {
  await executor.lock(nameConversation(key));
  const state = (await loadState(executor, key)) ?? startState();
  const messages = [
    ...files.map((file) => writeLetter(release, notice, file, state.locale)),
    writeNotice(release, regime, notice, state.locale),
  ];
  const hant = state.locale === 'zh-CN' && state.script === 'hant';
  const spoken = hant ? writeTraditional(messages, [state], { kind: 'text', text: '' }) : messages;
  await appendLines(
    executor,
    key,
    spoken.map((message) => ({ from: 'desk' as const, message })),
    now,
  );
  const last = spoken.at(-1);
  const choices = !last || last.kind === 'notice' ? [] : [...(last.choices ?? [])];
  await saveState(executor, key, { ...state, choices }, now);
}

/** How the office is reached, for texts. */
export function contactOf({ address, phone }: AuthorityProfile) {
  return { address: address.value, phone: phone.value, asOf: phone.asOf };
}

/**
 * Tells a requester what happened to their request. What they did themselves is answered where they did it. False when
 * there is no conversation to tell it in: staff have to.
 */
export async function tellRequester(
  context: CaseContext,
  request: StoredRequest,
  { event, view, messages }: Decision,
  { values, handed }: { readonly values: CaseEvent['fields']; readonly handed: readonly StoredDocument[] },
): Promise<boolean> {
  if (event.role === 'requester') return true;
  const { base } = context.release;
  const own = messages.filter(({ to }) => to === 'requester').map(({ say }) => say);
  // Who fetches the notice has to know that it lies ready; to everybody else it is sent.
  if (event.kind === 'sealed' && request.delivery === 'pickup') own.push('pickup_ready');
  if (own.length === 0) return true;
  const regime = regimeNamed(context.regimes, view.regime);
  const files = handed.map(describeDocumentFile);
  const places = await findPlaces(context, request);
  for (const place of places) {
    for (const [index, say] of own.entries()) {
      const notice = { say, values: { ...contactOf(base.profile), ...values }, pageUrl: context.pageUrl };
      await addNotice(context, place, regime, notice, index === 0 ? files : []);
    }
  }
  return places.length > 0;
}
