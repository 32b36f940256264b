import { z } from 'zod';
import type { ConversationId } from '../../src/channel/message.ts';

export const CHANNEL = 'slack';

/**
 * A person's direct messages with the app, or a person within a thread of a channel: what two people ask in one thread
 * are two conversations, so that neither changes the other's request.
 */
export interface SlackChat {
  readonly teamId: string;
  readonly userId: string;
  /** `ts` of the message the thread hangs from. */
  readonly thread: { readonly channelId: string; readonly ts: string } | null;
}

const idSchema = z
  .string()
  .regex(/^slack:[TE][A-Z0-9]+:(?:[CG][A-Z0-9]+:\d+\.\d+:)?[UW][A-Z0-9]+$/u)
  .transform((id): SlackChat => {
    const [, teamId = '', ...rest] = id.split(':');
    const [userId = '', ts, channelId] = rest.toReversed();
    return { teamId, userId, thread: channelId && ts ? { channelId, ts } : null };
  });

export function writeConversation({ teamId, userId, thread }: SlackChat): ConversationId {
  const place = thread ? [thread.channelId, thread.ts] : [];
  return [CHANNEL, teamId, ...place, userId].join(':') as ConversationId;
}

/** The chat behind a conversation; undefined for an id that is not of this channel. */
export function parseConversation(id: string): SlackChat | undefined {
  return idSchema.safeParse(id).data;
}
