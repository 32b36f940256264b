import type { ConversationId } from '../../src/channel/message.ts';

/** Conversations remembered; the oldest is forgotten first. */
const MOST = 1000;

/** The last message of each person in a group, so that an answer shows whose it is. Forgotten at a restart. */
export interface Quotes {
  readonly remember: (conversation: ConversationId, messageId: number) => void;
  readonly find: (conversation: ConversationId) => number | null;
}

export function createQuotes(): Quotes {
  const last = new Map<ConversationId, number>();
  return {
    remember(conversation, messageId) {
      last.delete(conversation);
      last.set(conversation, messageId);
      const [oldest] = last.keys();
      if (last.size > MOST && oldest !== undefined) last.delete(oldest);
    },
    find: (conversation) => last.get(conversation) ?? null,
  };
}
