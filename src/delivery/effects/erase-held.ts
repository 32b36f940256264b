import type { DeskEvent, HeldData } from '../../conversation/effect.ts';
import {
  type ConversationKey,
  dropHeldAnswers,
  type Executor,
  eraseConversation,
  findRequestsOf,
  leaveQueue,
  readLatestLines,
  recordAccess,
  retained,
} from '../../store/index.ts';

/** What is kept of a conversation: how many lines, and the requests filed in it. */
export async function readHeld(executor: Executor, key: ConversationKey, pageUrl?: string): Promise<HeldData> {
  const [last] = await readLatestLines(executor, key, 1);
  const exportUrl = pageUrl === undefined ? null : new URL('/documents', pageUrl).href;
  return { lines: last?.seq ?? 0, requests: await findRequestsOf(executor, key), exportUrl };
}

/**
 * Deletes what was said in a conversation, its drafts in links to the page, its place in the queue, answers
 * looked at, and its wrong codes. Requests filed stay, and nothing goes while one of them is held. That it was done is recorded, with how much and a hash, and nothing that says whose.
 */
export async function eraseHeld(
  executor: Executor,
  key: ConversationKey,
  erased: string,
  now: Date,
): Promise<DeskEvent> {
  const numbers = await retained.findHoldsOn(executor, key);
  if (numbers.length > 0) return { kind: 'my_data_on_hold', numbers };
  const held = await readHeld(executor, key);
  await leaveQueue(executor, key, now);
  await dropHeldAnswers(executor, key, now);
  const count = await eraseConversation(executor, key, { kind: 'text', text: erased });
  await recordAccess(executor, {
    at: now.toISOString(),
    who: 'requester',
    what: `erased conversation ${executor.sealer.hash('erased', JSON.stringify(key)).slice(0, 16)}`,
    reason: JSON.stringify({ basis: 'PIPL art. 47', ...count, requestsKept: held.requests.length }),
  });
  return { kind: 'my_data_erased', held };
}
