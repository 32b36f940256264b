import type { Inbound } from '../channel/message.ts';
import type { Outcome } from '../conversation/outcome.ts';
import type { Release } from '../conversation/release.ts';
import type { ConversationState } from '../conversation/state.ts';
import { dayOf } from '../day.ts';
import { type Executor, type Inquiry, recordInquiry } from '../store/index.ts';
import type { WholeTurn } from './run-turn.ts';

/** Outcomes whose id names something of the knowledge; others may name a request. */
const NAMING: ReadonlySet<Outcome['kind']> = new Set(['answer', 'figure', 'referral', 'smalltalk', 'person']);
const READING: ReadonlySet<Outcome['kind']> = new Set(['answer', 'figure', 'referral']);

function describe({ outcome, place, filed }: WholeTurn, before: ConversationState): Omit<Inquiry, 'on' | 'release'> {
  const { kind, id, authority, confidence } = outcome;
  return {
    kind: filed.length > 0 ? 'filed' : kind,
    subject: NAMING.has(kind) ? id : null,
    authority: kind === 'referral' ? (authority?.name ?? null) : null,
    place,
    confidence,
    instead: before.form?.step === 'check' && READING.has(kind),
  };
}

interface CountOptions {
  readonly before: ConversationState;
  readonly release: Release;
  readonly now: Date;
}

/** Counts what was asked and what came of it. What is said while staff answer is no inquiry to the desk. */
export async function countInquiry(
  executor: Executor,
  inbound: Inbound,
  whole: WholeTurn,
  { before, release, now }: CountOptions,
): Promise<void> {
  if (before.owner === 'staff') return;
  const inquiry = { ...describe(whole, before), on: dayOf(now), release: release.hash };
  await recordInquiry(executor, inbound, inbound.id, inquiry);
}
