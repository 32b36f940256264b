import { z } from 'zod';
import type { ConversationId } from '../../src/channel/message.ts';

export const CHANNEL = 'telegram';

/**
 * A person's own chat with the bot, or a person within a group: what two people ask in one group are two
 * conversations, so that neither changes the other's request. `thread` is a forum's topic, 0 where there is none.
 */
export interface TelegramChat {
  readonly botId: string;
  /** Negative for groups. */
  readonly chatId: string;
  readonly member: { readonly thread: string; readonly userId: string } | null;
}

const idSchema = z
  .string()
  .regex(/^telegram:\d+:(?:\d+|-\d+:\d+:\d+)$/u)
  .transform((id): TelegramChat => {
    const [, botId = '', chatId = '', thread, userId] = id.split(':');
    return { botId, chatId, member: thread && userId ? { thread, userId } : null };
  });

export function writeConversation({ botId, chatId, member }: TelegramChat): ConversationId {
  const segments = [CHANNEL, botId, chatId, ...(member ? [member.thread, member.userId] : [])];
  return segments.join(':') as ConversationId;
}

/** The chat behind a conversation; undefined for an id that is not of this channel. */
export function parseConversation(id: string): TelegramChat | undefined {
  return idSchema.safeParse(id).data;
}
