import { z } from 'zod';
import type { ConversationId } from '../../src/channel/message.ts';

export const CHANNEL = 'wecom';

/** A member of a company, as one of its applications knows them. */
export interface WecomChat {
  readonly corpId: string;
  readonly agentId: string;
  readonly userId: string;
}

const idSchema = z
  .string()
  .regex(/^wecom:[A-Za-z0-9]+\.\d+:[A-Za-z0-9_.@-]+$/u)
  .transform((id): WecomChat => {
    const [, account = '', userId = ''] = id.split(':');
    const [corpId = '', agentId = ''] = account.split('.');
    return { corpId, agentId, userId };
  });

export function writeConversation({ corpId, agentId, userId }: WecomChat): ConversationId {
  return `${CHANNEL}:${corpId}.${agentId}:${userId}` as ConversationId;
}

/** The member behind a conversation; undefined for an id that is not of this channel. */
export function parseConversation(id: string): WecomChat | undefined {
  return idSchema.safeParse(id).data;
}
