import type { Inbound } from '../channel/message.ts';
import { outcomeOf } from '../conversation/outcome.ts';
import { startState } from '../conversation/state.ts';
import { DeskError } from '../errors.ts';
import { say } from '../messages.ts';
import {
  appendLines,
  type Executor,
  loadState,
  markSetAside,
  nameConversation,
  readClaim,
  recordFailure,
  settleInbound,
} from '../store/index.ts';
import { writeCitizenLine } from './citizen-line.ts';
import { type Handled, type HandleOptions, recallHandled } from './handle-message.ts';

/** How often one message may fail before it is set aside, so that it stops coming back. */
const FAILURES_ALLOWED = 5;

/** The state, if it still opens: a damaged one may be the very reason why the message failed. */
async function loadIntactState(executor: Executor, inbound: Inbound) {
  try {
    return (await loadState(executor, inbound)) ?? startState();
  } catch (error) {
    if (error instanceof DeskError && error.code === 'SEALED_BROKEN') return startState();
    throw error;
  }
}

/**
 * Counts a failed message. The last failure allowed answers it with an apology and the office's telephone,
 * unless staff own the conversation; it stays as it was before the message. Undefined when it may be tried again.
 */
export async function countFailure(
  executor: Executor,
  inbound: Inbound,
  options: HandleOptions,
): Promise<Handled | undefined> {
  await executor.lock(nameConversation(inbound));
  const claim = await readClaim(executor, inbound);
  // Another process has managed in the meantime.
  if (claim.kind === 'handled') return recallHandled(executor, inbound, claim.result);
  const now = options.now();
  if ((await recordFailure(executor, inbound, now)) < FAILURES_ALLOWED) return undefined;
  const release = options.release();
  const state = await loadIntactState(executor, inbound);
  const { office, phone } = release.base.profile;
  const text = say(release.messages, state.locale, 'delivery.set_aside', { office: office.value, phone: phone.value });
  const said = await writeCitizenLine(executor, inbound, inbound, state);
  // Staff who own the conversation find what was set aside among what went wrong; the bot stays silent.
  const apology = state.owner === 'staff' ? [] : [{ from: 'desk', message: { kind: 'notice', text } } as const];
  const stored = await appendLines(executor, inbound, [said, ...apology], now);
  const firstSeq = stored[0]?.seq ?? 0;
  const outcome = outcomeOf({ kind: 'none', id: 'set-aside' });
  await settleInbound(executor, inbound, { outcome, firstSeq, lastSeq: firstSeq + apology.length }, now);
  await markSetAside(executor, inbound, now);
  return { received: { lines: stored.slice(1), outcome, repeated: false }, stored };
}
