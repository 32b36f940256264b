import { z } from 'zod';
import type { Executor } from '../../../store/index.ts';
import { findVisit, type Visit } from '../../conversations/index.ts';
import type { Actor, Subject } from '../../rights/index.ts';
import type { Call } from '../endpoint.ts';

export const idParams = z.object({ id: z.coerce.number().int().positive() });

/** The conversation an action is done to; it is one's own while one looks after it. */
export async function findConversation(
  executor: Executor,
  { id }: z.output<typeof idParams>,
  actor: Actor,
): Promise<{ subject: Subject; thing: Visit } | undefined> {
  const visit = await findVisit(executor, id);
  return visit && { subject: { state: visit.state, own: visit.claimedBy === actor.id }, thing: visit };
}

/** A call about a conversation. */
export type ConversationCall = Call<unknown, unknown, unknown, Visit>;

export const worldOf = ({ executor, services, now }: ConversationCall) => ({
  executor,
  messages: services.messages,
  now,
});

/** Whoever follows the conversation is told once what was written is on disk. */
export function announce(call: ConversationCall): void {
  call.afterCommit(() => call.services.announce(call.thing));
}
