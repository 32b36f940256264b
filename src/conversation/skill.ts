import type { OutMessage } from '../channel/message.ts';
import type { Day } from '../day.ts';
import type { Effect, HoldAnswer } from './effect.ts';
import type { Outcome } from './outcome.ts';
import type { Release } from './release.ts';
import type { ConversationState } from './state.ts';

/** All a skill may know. No I/O, no clock of its own. */
export interface TurnContext {
  readonly release: Release;
  readonly state: ConversationState;
  readonly now: Date;
  readonly today: Day;
  /** Id of the message being answered: what a skill derives further ids from, so that a replay makes the same ones. */
  readonly messageId: string;
  /** A text of the catalogue in the conversation's language. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
}

export interface SkillResult {
  readonly replies: readonly OutMessage[];
  readonly outcome: Outcome;
  readonly effects?: readonly Effect[];
  /** Why a person has to look at the replies before they are sent. Default: nobody has to. */
  readonly approve?: HoldAnswer['why'] | undefined;
  /** Division code of the place the message named, as understood; null when it named none for sure. */
  readonly place?: string | null | undefined;
  /** Fields of the state this skill changes. The turn itself sets `choices` from the last reply. */
  readonly state?: Partial<ConversationState>;
}
