import { noteChange, noteConversation } from './change-store.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { takeNextNumber } from './sequence-store.ts';

/** A conversation waiting for a person. */
export interface Waiting extends ConversationKey {
  readonly id: number;
  readonly topic: string;
  readonly joinedAt: string;
}

/** Those who wait, first come first. */
export async function readQueue({ db }: Executor): Promise<readonly Waiting[]> {
  const rows = await db.selectFrom('queue').selectAll().where('left_at', 'is', null).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    conversation: row.conversation,
    topic: row.topic,
    joinedAt: row.joined_at,
  }));
}

/** A place in the queue. */
export interface Place {
  /** The visit's id. */
  readonly id: number;
  /** How many are ahead. */
  readonly ahead: number;
}

/** Puts a conversation at the end of the queue; one that already waits keeps its place. */
export async function joinQueue(executor: Executor, key: ConversationKey, topic: string, now: Date): Promise<Place> {
  const waiting = await readQueue(executor);
  const ahead = waiting.findIndex((each) => each.channel === key.channel && each.conversation === key.conversation);
  const standing = waiting[ahead];
  if (standing) return { id: standing.id, ahead };
  const id = await takeNextNumber(executor, 'queue');
  await executor.db
    .insertInto('queue')
    .values({
      id,
      channel: key.channel,
      conversation: key.conversation,
      topic,
      joined_at: now.toISOString(),
      left_at: null,
      claimed_by: null,
      claimed_at: null,
      unit: null,
      ended_at: null,
      ended_why: null,
    })
    .execute();
  await noteChange(executor, `conversation:${id}`, now);
  return { id, ahead: waiting.length };
}

/** Takes a conversation out of the queue; one that does not wait stays as it is. */
export async function leaveQueue(executor: Executor, key: ConversationKey, now: Date): Promise<void> {
  await noteConversation(executor, key, now);
  await executor.db
    .updateTable('queue')
    .set({ left_at: now.toISOString() })
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('left_at', 'is', null)
    .execute();
}
