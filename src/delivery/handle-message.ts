import { rulesOf } from '../cases/index.ts';
import type { Received, TranscriptLine } from '../channel/desk.ts';
import type { Inbound, OutMessage } from '../channel/message.ts';
import type { Release } from '../conversation/release.ts';
import { startState } from '../conversation/state.ts';
import type { TurnFunction } from '../conversation/turn-contract.ts';
import { say } from '../messages.ts';
import { numberPrefix } from '../requests/index.ts';
import {
  appendLines,
  type Executor,
  type InboxResult,
  loadState,
  nameConversation,
  type RandomBytes,
  readClaim,
  readLines,
  saveState,
  settleInbound,
} from '../store/index.ts';
import { writeCitizenLine } from './citizen-line.ts';
import { countInquiry } from './count-inquiry.ts';
import { forgetDraft, isDropped } from './forget-draft.ts';
import { guardPersonal } from './guard-personal.ts';
import { runTurn } from './run-turn.ts';
import { tellOrigin } from './tell-origin.ts';

export interface HandleOptions {
  readonly turn: TurnFunction;
  readonly release: () => Release;
  readonly now: () => Date;
  readonly random: RandomBytes;
  /** Whether personal data must or may be filled in on the form page instead of this channel. Default: this is the page. */
  readonly handOver?: 'must' | 'may' | undefined;
  /** Whether files sent on this channel can be fetched. Default: no. */
  readonly takesFiles?: boolean | undefined;
  /** Address of the form page as people reach it. */
  readonly pageUrl?: string | undefined;
}

/** What handling came to, and the lines it stored, which followers have not seen yet. */
export interface Handled {
  readonly received: Received;
  readonly stored: readonly TranscriptLine[];
}

/** What came of a message handled before: the same lines and outcome, read back. */
export async function recallHandled(executor: Executor, inbound: Inbound, result: InboxResult): Promise<Handled> {
  const lines = await readLines(executor, inbound, { after: result.firstSeq - 1, until: result.lastSeq });
  return {
    received: { lines: lines.filter((line) => line.from !== 'citizen'), outcome: result.outcome, repeated: true },
    stored: [],
  };
}

/**
 * Handles one message within an open transaction: its turn, its effects, the new state, the lines and the claim
 * become durable together or not at all. A message handled before changes nothing.
 */
export async function handleMessage(executor: Executor, inbound: Inbound, options: HandleOptions): Promise<Handled> {
  await executor.lock(nameConversation(inbound));
  const claim = await readClaim(executor, inbound);
  if (claim.kind === 'handled') return recallHandled(executor, inbound, claim.result);
  const [now, release] = [options.now(), options.release()];
  const { handOver, takesFiles = false } = options;
  const state = { ...((await loadState(executor, inbound)) ?? startState()), handOver, takesFiles };
  const { heard, hidden } = guardPersonal(inbound, state);
  const said = await writeCitizenLine(executor, inbound, inbound, state);
  const whole = await runTurn(options.turn, release, state, heard, {
    executor,
    key: inbound,
    now,
    random: options.random,
    numberPrefix: numberPrefix(release.base.profile.id),
    ...rulesOf(release, options.pageUrl),
    release,
    handOver,
    takesFiles,
  });
  if (isDropped(state, whole.state))
    await forgetDraft(executor, inbound, state.form.draft, say(release.messages, state.locale, 'delivery.erased'));
  for (const filed of whole.filed) await tellOrigin(executor, inbound, filed, { turn: options.turn, release, now });
  await countInquiry(executor, inbound, whole, { before: state, release, now });
  // While staff own the conversation the bot says nothing, not even this.
  const speaks = state.owner !== 'staff';
  const hiding: OutMessage[] =
    hidden && speaks ? [{ kind: 'notice', text: say(release.messages, whole.state.locale, 'delivery.hidden') }] : [];
  const replies = [...hiding, ...whole.replies].map((message) => ({
    from: 'desk' as const,
    message,
    release: release.hash,
  }));
  const stored = await appendLines(executor, inbound, [said, ...replies], now);
  await saveState(executor, inbound, whole.state, now);
  const firstSeq = stored[0]?.seq ?? 0;
  await settleInbound(executor, inbound, { outcome: whole.outcome, firstSeq, lastSeq: firstSeq + replies.length }, now);
  return { received: { lines: stored.slice(1), outcome: whole.outcome, repeated: false }, stored };
}
