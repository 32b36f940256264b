import type { Job } from '../../delivery/index.ts';
import type { Messages } from '../../messages.ts';
import { type Executor, setTimer } from '../../store/index.ts';
import { appendAudit } from '../audit/index.ts';
import { readSilence } from './silence-store.ts';
import { type ConversationWorld, handTo, holdConversation } from './speak.ts';
import { endVisit, findVisit, returnVisit, type Visit } from './visit-store.ts';

/** Kind of the timer that watches over a claimed conversation; its subject is the visit. */
export const STAFF_QUIET = 'staff_quiet';

export interface ComeBackOptions {
  readonly messages: () => Messages;
  /** Minutes a citizen waits for a word of the staff before the bot answers again. */
  readonly quietMinutes: number;
  /** Hours after which a conversation in which nobody says anything is over. */
  readonly idleHours: number;
}

const after = (at: string, milliseconds: number) => new Date(Date.parse(at) + milliseconds);

/** From now on the conversation is watched: when staff go quiet in it, the bot comes back. */
export async function watchSilence(executor: Executor, visit: number, now: Date): Promise<void> {
  await setTimer(executor, { kind: STAFF_QUIET, subject: String(visit) }, now);
}

async function record({ executor, now }: ConversationWorld, visit: Visit, why: string): Promise<void> {
  const subject = `conversation:${visit.id}`;
  const detail = { why, from: visit.claimedBy ?? 0 };
  const event = why === 'idle' ? 'conversation_ended' : 'conversation_returned';
  await appendAudit(executor, { at: now.toISOString(), event, actor: 'desk', subject, detail });
}

/**
 * Watches over a claimed conversation. Staff who leave a citizen without a word lose it: the bot answers again and says
 * so, and the conversation waits for staff once more, at its old place. Where nobody says anything for long it ends.
 */
export function createComeBack({ messages, quietMinutes, idleHours }: ComeBackOptions): Job {
  return async (executor, timer, now) => {
    const named = await findVisit(executor, Number(timer.subject));
    if (!named) return null;
    const world = { executor, messages: messages(), now };
    await holdConversation(world, named);
    // Looked at again now that nobody else can act on it.
    const visit = await findVisit(executor, named.id);
    if (visit?.state !== 'open') return null;
    const { waitingSince, lastAt } = await readSilence(executor, visit);
    const due =
      waitingSince === null ? after(lastAt, idleHours * 3_600_000) : after(waitingSince, quietMinutes * 60_000);
    if (due > now) return waitingSince === null ? earlier(due, after(now.toISOString(), quietMinutes * 60_000)) : due;
    if (waitingSince === null) {
      await endVisit(executor, visit.id, 'idle', now);
      await handTo(world, visit, 'bot', 'person.ended_idle');
    } else {
      await returnVisit(executor, visit, now);
      await handTo(world, visit, 'queue', 'person.came_back');
    }
    await record(world, visit, waitingSince === null ? 'idle' : 'quiet');
    return null;
  };
}

/** Staff spoke last: whether the citizen has written since is looked at before long. */
function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
