import type { Choice } from '../../channel/message.ts';
import { type Command, encodeCommand, type RateCommand } from '../command.ts';
import type { DeskEvent } from '../effect.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';

/** 非常满意 to 非常不满意, best first, as the office's own evaluation asks. */
const LEVELS = [5, 4, 3, 2, 1] as const;
/** Digits of a release's hash that travel in a button, where some platforms allow 64 bytes in all. */
const HASH_DIGITS = 12;

/** The button after an answer. It carries which release the answer came from: that is what is rated. */
export function offerRating(context: TurnContext, id: string): Choice {
  const release = context.release.hash.slice(0, HASH_DIGITS);
  const command: Command = { do: 'rate', of: 'answer', subject: id, release, level: null };
  return { value: encodeCommand(command), label: context.say('rating.choice'), aside: true };
}

function askLevel(context: TurnContext, command: RateCommand): SkillResult {
  const choices = LEVELS.map((level) => ({
    value: encodeCommand({ ...command, level }),
    label: context.say(`rating.level_${level}`),
  }));
  const text = context.say(`rating.ask_${command.of}`, { number: command.subject });
  return { replies: [{ kind: 'text', text, choices }], outcome: outcomeOf({ kind: 'help', id: 'rating' }) };
}

/** Asks for a level, or takes the one chosen. Undefined for an answer this release does not have. */
export function rate(context: TurnContext, command: RateCommand): SkillResult | undefined {
  const { hash, base } = context.release;
  if (command.of === 'answer' && !base.answers.some(({ id }) => id === command.subject)) return undefined;
  if (command.level === null) return askLevel(context, command);
  const release = command.release !== null && hash.startsWith(command.release) ? hash : command.release;
  const { of, subject, level } = command;
  const question = context.state.asked ?? null;
  return {
    replies: [],
    effects: [{ kind: 'rate', of, subject, release, level, question }],
    outcome: outcomeOf({ kind: 'help', id: 'rating' }),
  };
}

type Rated = Extract<DeskEvent, { kind: 'rated' | 'rating_refused' }>;

/** Thanks, and says until when somebody looks into a poor rating. */
export function reportRated(context: TurnContext, event: Rated): SkillResult {
  const outcome = outcomeOf({ kind: 'help', id: 'rating' });
  const person = { value: encodeCommand({ do: 'person' }), label: context.say('track.choice_person') };
  if (event.kind === 'rating_refused') {
    return { replies: [{ kind: 'text', text: context.say('rating.refused'), choices: [person] }], outcome };
  }
  const level = context.say(`rating.level_${event.level}`);
  if (event.followUpBy === null) {
    return { replies: [{ kind: 'text', text: context.say('rating.thanks', { level }) }], outcome };
  }
  const text = context.say(`rating.follow_up_${event.of}`, { level, date: event.followUpBy });
  return { replies: [{ kind: 'text', text, choices: [person] }], outcome };
}
