import type { Job } from '../../delivery/index.ts';
import type { Messages } from '../../messages.ts';
import { type Executor, noteChange } from '../../store/index.ts';
import { findVisit, type Visit } from '../conversations/index.ts';
import { findStaff } from '../identity/index.ts';
import { may } from '../rights/index.ts';
import { keepFailedReply, takeHeldReply } from './held-reply-store.ts';
import { sendReply } from './send-reply.ts';

/** What could not be sent is shown to who wrote it this long, in milliseconds. */
const SHOWN_MS = 7 * 86_400_000;

/** Whether who wrote it may still write there, with the rights they have now. */
async function maySend(executor: Executor, visit: Visit, by: number): Promise<boolean> {
  const staff = await findStaff(executor, by);
  if (!staff || staff.disabledAt !== null) return false;
  const actor = { ...staff, standing: 'full' } as const;
  return may(actor, 'conversation.reply', { state: visit.state, own: visit.claimedBy === by });
}

/** Sends a held reply when its time is up. One that may not be sent any more stays a week, for who wrote it. */
export function createHeldReplyJob(messages: () => Messages): Job {
  return async (executor, timer, now) => {
    const reply = await takeHeldReply(executor, Number(timer.subject));
    // Taken back, sent already, or shown for long enough.
    if (!reply || reply.failedAt !== null) return null;
    const visit = await findVisit(executor, reply.visit);
    if (!visit) return null;
    const sent =
      (await maySend(executor, visit, reply.heldBy)) &&
      (await sendReply({ executor, messages: messages(), now }, visit, reply.heldBy, reply));
    if (sent) {
      await executor.announce(`${visit.channel === 'web' ? 'lines' : 'outbox'}:${visit.channel}`);
      return null;
    }
    await keepFailedReply(executor, reply, now);
    await noteChange(executor, `conversation:${visit.id}`, now);
    return new Date(now.getTime() + SHOWN_MS);
  };
}
