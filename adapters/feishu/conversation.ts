import { z } from 'zod';
import type { ConversationId } from '../../src/channel/message.ts';

export const CHANNEL = 'feishu';

/**
 * A person's own chat with the bot, or a person within a group: what two people ask in one group are two
 * conversations, so that neither changes the other's request.
 */
export interface FeishuChat {
  readonly appId: string;
  /** `oc_…`, of a chat of two as well. */
  readonly chatId: string;
  /** Open id of the person within a group, `ou_…`; null in a chat of two. */
  readonly member: string | null;
}

const idSchema = z
  .string()
  .regex(/^feishu:\w+:[\w-]+(?::[\w-]+)?$/u)
  .transform((id): FeishuChat => {
    const [, appId = '', chatId = '', member = null] = id.split(':');
    return { appId, chatId, member };
  });

export function writeConversation({ appId, chatId, member }: FeishuChat): ConversationId {
  return [CHANNEL, appId, chatId, ...(member === null ? [] : [member])].join(':') as ConversationId;
}

/** The chat behind a conversation; undefined for an id that is not of this channel. */
export function parseConversation(id: string): FeishuChat | undefined {
  return idSchema.safeParse(id).data;
}
