import type { DeskEvent } from '../effect.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import { describeOpening } from './waiting.ts';

/** Kinds of outcome that answer a question. */
const ANSWERS: ReadonlySet<string> = new Set(['answer', 'figure', 'referral']);
/** More of a question is not repeated to who asked it. */
const SHOWN = 60;

/** Whether an authority wants answers like this one looked at before they are sent. */
export function isListed({ approval, answers }: TurnContext['release']['base'], kind: string, id: string): boolean {
  if (!approval) return false;
  if (kind === 'referral') return approval.matters.includes(id);
  if (kind !== 'answer') return false;
  const topic = answers.find((each) => each.id === id)?.topic;
  return approval.answers.includes(id) || (topic !== undefined && approval.topics.includes(topic));
}

/** Marks what a person has to look at first. `asked`: it answers words of theirs, which may have been misunderstood. */
export function markForApproval({ release: { base } }: TurnContext, result: SkillResult, asked: boolean): SkillResult {
  const { kind, id, confidence } = result.outcome;
  if (!base.approval || !ANSWERS.has(kind)) return result;
  if (isListed(base, kind, id ?? '')) return { ...result, approve: 'listed' };
  return asked && confidence < (base.approval.below ?? 0) ? { ...result, approve: 'unsure' } : result;
}

/** Keeps back what a person has to look at: it becomes an effect, which `answer_held` answers. */
export function holdBack({ approve, ...result }: SkillResult, question: string | null): SkillResult {
  if (approve === undefined) return result;
  const { kind, id, confidence } = result.outcome;
  const held = { why: approve, confidence, question, replies: result.replies, subject: `${kind}/${id}` };
  return { ...result, replies: [], effects: [...(result.effects ?? []), { kind: 'hold_answer', ...held }] };
}

/** Says honestly that nobody has answered yet, and when somebody looks at it. */
export function reportHeld(context: TurnContext, { ahead }: Extract<DeskEvent, { kind: 'answer_held' }>): SkillResult {
  const place = ahead === 0 ? [] : [context.say('approval.ahead', { count: ahead })];
  const text = [
    context.say('approval.held'),
    ...place,
    describeOpening(context, []),
    context.say('approval.meanwhile'),
  ];
  return {
    replies: [{ kind: 'text', text: text.join('\n') }],
    outcome: outcomeOf({ kind: 'person', id: 'approval', confidence: 1 }),
  };
}

/** As much of a question as is repeated to who asked it; empty where a button was pressed. */
export function shortenQuestion(question: string | null): string {
  return [...(question ?? '')].slice(0, SHOWN).join('');
}

/** Gives the answer, and says which question it is to: others may have been asked meanwhile. */
export function giveReleased(
  context: TurnContext,
  { question, replies }: Extract<DeskEvent, { kind: 'answer_released' }>,
): SkillResult {
  const asked = shortenQuestion(question);
  const text = context.say(asked === '' ? 'approval.released_choice' : 'approval.released', { question: asked });
  return {
    replies: [{ kind: 'notice', text }, ...replies],
    outcome: outcomeOf({ kind: 'person', id: 'approval', confidence: 1 }),
  };
}
