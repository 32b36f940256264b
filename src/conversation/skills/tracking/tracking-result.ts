import type { Choice, InputHint, OutMessage } from '../../../channel/message.ts';
import { citeSource } from '../../../knowledge/cite.ts';
import { encodeCommand, type TrackingAction } from '../../command.ts';
import type { Effect } from '../../effect.ts';
import { outcomeOf } from '../../outcome.ts';
import type { SkillResult, TurnContext } from '../../skill.ts';
import type { ConversationState } from '../../state.ts';

export type Tracking = NonNullable<ConversationState['tracking']>;
export type Wants = Tracking['wants'];

/** What a step of the dialogue says and leaves behind; `tracking` null ends it. */
export function result(
  context: TurnContext,
  id: string,
  replies: readonly OutMessage[],
  tracking: Tracking | null,
  effects: readonly Effect[] = [],
): SkillResult {
  const sources = [31, 33].map((article) => citeSource({ law: 'ogi-2019', article }, context.release.base));
  const { form } = context.state;
  const outcome = outcomeOf({ kind: 'status', id, sources, confidence: 1 });
  // A form left open would take the number and the code for its own answers.
  return { replies, effects, outcome, state: form ? { tracking, form: { ...form, paused: true } } : { tracking } };
}

/** A button of the dialogue itself. */
export function button(context: TurnContext, action: TrackingAction): Choice {
  return { value: encodeCommand({ do: 'tracking', action }), label: context.say(`track.choice_${action}`) };
}

/** The three things one may want of a request filed, in the order they are offered. */
export const COMMANDS = ['track', 'supplement', 'withdraw'] as const;

export function offer(context: TurnContext, command: (typeof COMMANDS)[number]): Choice {
  return { value: encodeCommand({ do: command }), label: context.say(`track.choice_${command}`) };
}

/** The ways out of every question of the dialogue. */
export function waysOut(context: TurnContext): Choice[] {
  return [
    button(context, 'stop'),
    { value: encodeCommand({ do: 'person' }), label: context.say('track.choice_person') },
  ];
}

/** What is to be added to a request: a page may offer to send files. */
export const ASK_SUPPLEMENT: InputHint = { field: 'supplement', type: 'multiline', step: 1, of: 1 };

/** The request a dialogue is about, once it was shown: only then may it be changed. */
export function credentialsOf(tracking: Tracking | null): { number: string; secret: string } | undefined {
  if (tracking?.number === undefined || tracking.secret === undefined) return undefined;
  return { number: tracking.number, secret: tracking.secret };
}
