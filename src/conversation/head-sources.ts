import type { OutMessage } from '../channel/message.ts';
import { toTraditional } from '../knowledge/script/index.ts';
import { type Messages, say } from '../messages.ts';
import type { ConversationState } from './state.ts';

/**
 * Replies whose sources are headed in the reader's language and script. Where those are the channel's own (zh-CN,
 * simplified) the channel's word stands and nothing is added.
 */
export function headSources(
  replies: readonly OutMessage[],
  { locale, script }: Pick<ConversationState, 'locale' | 'script'>,
  messages: Messages,
): readonly OutMessage[] {
  const traditional = script === 'hant' && locale === 'zh-CN';
  if (locale === 'zh-CN' && !traditional) return replies;
  const head = say(messages, locale, 'conversation.sources');
  const sourcesHead = traditional ? toTraditional(head) : head;
  return replies.map((reply) => (reply.kind === 'text' && reply.sources?.length ? { ...reply, sourcesHead } : reply));
}
