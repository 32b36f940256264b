import { z } from 'zod';
import type { ConversationId } from '../../src/channel/message.ts';

export const CHANNEL = 'dingtalk';

/**
 * A person with the robot: a member of the organization, somebody from outside (whom only a session reaches), or
 * either of them within a group: what two people ask in one group are two conversations.
 */
export type DingtalkChat =
  | { readonly kind: 'member'; readonly robotCode: string; readonly userId: string }
  | { readonly kind: 'outsider'; readonly robotCode: string; readonly senderId: string }
  | { readonly kind: 'group'; readonly robotCode: string; readonly groupId: string; readonly person: string };

/** The platform's ids hold `:`, `/`, `+`, `=` and `$`, but nothing beyond ASCII. */
export const idSchema = z.string().regex(/^[\x21-\x7e]{1,300}$/u);
const segment = z
  .string()
  .regex(/^(?:[\w.!~*'()-]|%[2-7][0-9A-F])+$/u)
  .transform(decodeURIComponent)
  .pipe(idSchema);
const channel = z.literal(CHANNEL);
const robotCode = z.string().regex(/^[\w-]+$/u);

const chatSchema = z.union([
  z
    .tuple([channel, robotCode, z.literal('member'), segment])
    .transform(([, robot, kind, userId]): DingtalkChat => ({ kind, robotCode: robot, userId })),
  z
    .tuple([channel, robotCode, z.literal('outsider'), segment])
    .transform(([, robot, kind, senderId]): DingtalkChat => ({ kind, robotCode: robot, senderId })),
  z
    .tuple([channel, robotCode, z.literal('group'), segment, segment])
    .transform(([, robot, kind, groupId, person]): DingtalkChat => ({ kind, robotCode: robot, groupId, person })),
]);

function listIds(chat: DingtalkChat): readonly string[] {
  switch (chat.kind) {
    case 'member':
      return [chat.userId];
    case 'outsider':
      return [chat.senderId];
    case 'group':
      return [chat.groupId, chat.person];
  }
}

export function writeConversation(chat: DingtalkChat): ConversationId {
  const ids = listIds(chat).map(encodeURIComponent);
  return [CHANNEL, chat.robotCode, chat.kind, ...ids].join(':') as ConversationId;
}

/** The chat behind a conversation; undefined for an id that is not of this channel. */
export function parseConversation(id: string): DingtalkChat | undefined {
  return chatSchema.safeParse(id.split(':')).data;
}
