import type { Inbound, OutMessage } from '../channel/message.ts';
import type { Effect, RequestView } from '../conversation/effect.ts';
import type { Outcome } from '../conversation/outcome.ts';
import type { Release } from '../conversation/release.ts';
import type { ConversationState } from '../conversation/state.ts';
import type { TurnFunction } from '../conversation/turn-contract.ts';
import { DeskError } from '../errors.ts';
import { applyEffect } from './effects/apply-effect.ts';
import type { EffectContext } from './effects/effect-context.ts';

/** Events one message may bring about. A turn that goes on and on is a mistake, not a conversation. */
const MOST_EVENTS = 3;

export interface WholeTurn {
  readonly state: ConversationState;
  readonly replies: readonly OutMessage[];
  readonly outcome: Outcome;
  /** Division code of the place that was asked about. */
  readonly place: string | null;
  /** The requests filed, each with the draft it came from. */
  readonly filed: readonly { readonly draftId: string; readonly view: RequestView }[];
}

/**
 * A message's turn and the turns its effects bring about, in order, within one transaction. The outcome is the last.
 * @throws DeskError TURN_FAILED when effects keep bringing about new ones
 */
export async function runTurn(
  turn: TurnFunction,
  release: Release,
  state: ConversationState,
  inbound: Inbound,
  context: EffectContext,
): Promise<WholeTurn> {
  let result = turn(state, inbound.body, release, context.now, inbound.id);
  const replies = [...result.replies];
  const waiting: Effect[] = [...result.effects];
  const place = result.place ?? null;
  const filed: { draftId: string; view: RequestView }[] = [];
  let events = 0;
  for (let effect = waiting.shift(); effect; effect = waiting.shift()) {
    const event = await applyEffect(context, effect);
    if (!event) continue;
    if (effect.kind === 'file_request' && event.kind === 'request_filed')
      filed.push({ draftId: effect.draft.id, view: event.view });
    events += 1;
    if (events > MOST_EVENTS)
      throw new DeskError('TURN_FAILED', `one message brought about more than ${MOST_EVENTS} events`);
    result = turn(result.state, { kind: 'event', event }, release, context.now, inbound.id);
    replies.push(...result.replies);
    waiting.push(...result.effects);
  }
  return { state: result.state, replies, outcome: result.outcome, place, filed };
}
