import type { HeldData } from '../../conversation/effect.ts';
import {
  type ConversationKey,
  type Executor,
  eraseConversation,
  findRequestsOf,
  leaveQueue,
  readLatestLines,
  recordAccess,
} from '../../store/index.ts';

/** What is kept of a conversation: how many lines, and the requests filed in it. */
export async function readHeld(executor: Executor, key: ConversationKey): Promise<HeldData> {
  const [last] = await readLatestLines(executor, key, 1);
  return { lines: last?.seq ?? 0, requests: await findRequestsOf(executor, key) };
}

/**
 * Deletes what was said in a conversation, its drafts in links to the page, its place in the queue and its wrong
 * codes. Requests filed stay. That it was done is recorded, with how much and a hash, and nothing that says whose.
 */
export async function eraseHeld(
  executor: Executor,
  key: ConversationKey,
  erased: string,
  now: Date,
): Promise<HeldData> {
  const held = await readHeld(executor, key);
  await leaveQueue(executor, key, now);
  const count = await eraseConversation(executor, key, { kind: 'text', text: erased });
  await recordAccess(executor, {
    at: now.toISOString(),
    who: 'requester',
    what: `erased conversation ${executor.sealer.hash('erased', JSON.stringify(key)).slice(0, 16)}`,
    reason: JSON.stringify({ basis: 'PIPL art. 47', ...count, requestsKept: held.requests.length }),
  });
  return held;
}
