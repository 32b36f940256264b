import type { Job } from '../../delivery/index.ts';
import type { Messages } from '../../messages.ts';
import type { Executor } from '../../store/index.ts';
import { findVisit, type Visit } from '../conversations/index.ts';
import { createHoldingJob } from '../holding/index.ts';
import { findStaff } from '../identity/index.ts';
import { may } from '../rights/index.ts';
import { keepFailedReply, takeHeldReply } from './held-reply-store.ts';
import { sendReply } from './send-reply.ts';

/** Whether who wrote it may still write there, with the rights they have now. */
async function maySend(executor: Executor, visit: Visit, by: number): Promise<boolean> {
  const staff = await findStaff(executor, by);
  if (!staff || staff.disabledAt !== null) return false;
  const actor = { ...staff, standing: 'full' } as const;
  return may(actor, 'conversation.reply', { state: visit.state, own: visit.claimedBy === by });
}

/** Sends a held reply when its time is up. One that may not be sent any more stays a week, for who wrote it. */
export function createHeldReplyJob(messages: () => Messages): Job {
  return createHoldingJob({
    take: takeHeldReply,
    hasFailed: ({ failedAt }) => failedAt !== null,
    attempt: async (executor, reply, now) => {
      const visit = await findVisit(executor, reply.visit);
      if (!visit) return { done: true };
      const sent =
        (await maySend(executor, visit, reply.heldBy)) &&
        (await sendReply({ executor, messages: messages(), now }, visit, reply.heldBy, reply));
      if (!sent) {
        return { done: false, subject: `conversation:${visit.id}`, keep: () => keepFailedReply(executor, reply, now) };
      }
      await executor.announce(`${visit.channel === 'web' ? 'lines' : 'outbox'}:${visit.channel}`);
      return { done: true };
    },
  });
}
