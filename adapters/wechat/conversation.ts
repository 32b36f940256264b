import { z } from 'zod';
import type { ConversationId } from '../../src/channel/message.ts';

export const CHANNEL = 'wechat';

/** A follower of one Official Account. `openId` is theirs with this account only. */
export interface WechatChat {
  readonly appId: string;
  readonly openId: string;
}

const idSchema = z
  .string()
  .regex(/^wechat:[A-Za-z0-9]+:[A-Za-z0-9_-]+$/u)
  .transform((id): WechatChat => {
    const [, appId = '', openId = ''] = id.split(':');
    return { appId, openId };
  });

export function writeConversation({ appId, openId }: WechatChat): ConversationId {
  return `${CHANNEL}:${appId}:${openId}` as ConversationId;
}

/** The follower behind a conversation; undefined for an id that is not of this channel. */
export function parseConversation(id: string): WechatChat | undefined {
  return idSchema.safeParse(id).data;
}
