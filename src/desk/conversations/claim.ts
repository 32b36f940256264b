import { watchSilence } from './come-back.ts';
import { type ConversationWorld, handTo, holdConversation } from './speak.ts';
import { claimVisit, findVisit, type Visit } from './visit-store.ts';

export type Claimed =
  | { readonly kind: 'claimed' }
  /** Somebody else was first. */
  | { readonly kind: 'taken'; readonly by: number }
  /** It ended, or the citizen left the queue. */
  | { readonly kind: 'over' };

/** Takes a conversation: from now on the bot is silent in it. Of two who try at once one gets it, the other learns who did. */
export async function claimConversation(
  world: ConversationWorld,
  visit: Visit,
  by: number,
  takeOver: boolean,
): Promise<Claimed> {
  const { executor, now } = world;
  await holdConversation(world, visit);
  if (visit.claimedBy === by && visit.state === 'open') return { kind: 'claimed' };
  const from = takeOver ? visit.claimedBy : null;
  if (await claimVisit(executor, visit.id, { from, by }, now)) {
    await watchSilence(executor, visit.id, now);
    // A colleague taking over is nothing the citizen needs to be told.
    if (from === null) await handTo(world, visit, 'staff', 'person.entered');
    return { kind: 'claimed' };
  }
  const standing = await findVisit(executor, visit.id);
  return standing?.state === 'open' && standing.claimedBy !== null
    ? { kind: 'taken', by: standing.claimedBy }
    : { kind: 'over' };
}
