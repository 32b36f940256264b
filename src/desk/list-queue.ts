import { type Executor, readQueue } from '../store/index.ts';
import { shortenConversation } from './shorten-conversation.ts';

/** A conversation waiting for a person. */
export interface ListedWaiting {
  readonly id: number;
  readonly channel: string;
  /** Beginning of the conversation's id; the whole is a key to it. */
  readonly conversation: string;
  readonly topic: string;
  readonly joinedAt: string;
}

/** Conversations waiting for a person, first come first. */
export async function listQueue(executor: Executor): Promise<readonly ListedWaiting[]> {
  const waiting = await readQueue(executor);
  return waiting.map(({ id, channel, conversation, topic, joinedAt }) => ({
    id,
    channel,
    conversation: shortenConversation(conversation),
    topic,
    joinedAt,
  }));
}
