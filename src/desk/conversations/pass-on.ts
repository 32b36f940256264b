import { watchSilence } from './come-back.ts';
import { insertNote } from './note-store.ts';
import { type ConversationWorld, handTo, holdConversation } from './speak.ts';
import { claimVisit, endVisit, requeueVisit, type Visit } from './visit-store.ts';

/** To whom a conversation goes: a colleague has it at once, a unit finds it in its queue. */
export type Receiver = { readonly staff: number } | { readonly unit: number };

/** Forwards a conversation with what the next one should know. The citizen is told that it goes on. */
export async function forwardConversation(
  world: ConversationWorld,
  visit: Visit,
  from: number,
  to: Receiver,
  context: string,
): Promise<void> {
  const { executor, now } = world;
  await holdConversation(world, visit);
  await insertNote(executor, visit.id, { writtenBy: from, text: context }, now);
  if ('staff' in to) {
    await claimVisit(executor, visit.id, { from, by: to.staff }, now);
    await watchSilence(executor, visit.id, now);
    await handTo(world, visit, 'staff', 'person.forwarded');
    return;
  }
  await requeueVisit(executor, visit.id, to.unit, now);
  await handTo(world, visit, 'queue', 'person.forwarded');
}

/** Ends a conversation with the staff; the bot answers again from the next message on, and the citizen is told so. */
export async function endConversation(
  world: ConversationWorld,
  visit: Visit,
  why: string,
  how: 'ended' | 'handed_back',
): Promise<void> {
  await holdConversation(world, visit);
  await endVisit(world.executor, visit.id, why, world.now);
  await handTo(world, visit, 'bot', `person.${how}`);
}
