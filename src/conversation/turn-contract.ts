import type { InboundBody, OutMessage } from '../channel/message.ts';
import type { DeskEvent, Effect } from './effect.ts';
import type { Outcome } from './outcome.ts';
import type { Release } from './release.ts';
import type { ConversationState } from './state.ts';

/** What a turn answers: a person's message, or what became of an effect of the turn before. */
export type TurnInput = InboundBody | { readonly kind: 'event'; readonly event: DeskEvent };

export interface TurnResult {
  readonly state: ConversationState;
  readonly replies: readonly OutMessage[];
  readonly effects: readonly Effect[];
  readonly outcome: Outcome;
  /** Division code of the place that was asked about, where one is known. For statistics. */
  readonly place?: string | undefined;
}

/** The pure turn, as the delivery room calls it. `messageId` makes ids derived in a turn repeatable. */
export type TurnFunction = (
  state: ConversationState,
  input: TurnInput,
  release: Release,
  now: Date,
  messageId: string,
) => TurnResult;
