import { type Day, yearOf } from '../../day.ts';
import { citeSource } from '../../knowledge/cite.ts';
import { ruleOn } from '../../requests/index.ts';
import { encodeCommand } from '../command.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import { readDeadlineQuestion } from '../understand/deadline-question.ts';
import { reckon, writeDeadline, writeExtension } from './counting/write-deadline.ts';
import { startTracking } from './track.ts';

/** Answers about time limits, by the topic of their file; after one of them 怎么算的 means the answer's date. */
const TIME = 'time';
/** The entry that holds the rule itself, so that "那2017年呢" after a date finds the rule of that year. */
const RULE_ENTRY = 'answer-deadline';
/** Before this day no regulation gave anybody a right to an answer (492号令 art. 38). */
const FIRST_REGULATION = '2008-05-01' as Day;
/** Farther off a question is about no request. */
const MOST_YEARS_AHEAD = 2;

const SOURCES = {
  '2019': [31, 33].map((article) => ({ law: 'ogi-2019', article })),
  '2007': [{ law: 'ogi-2007', article: 24 }],
} as const;

function answersAboutTime({ state, release }: TurnContext): boolean {
  const { topic } = state;
  return topic?.kind === 'answer' && release.base.answers.some((each) => each.id === topic.id && each.topic === TIME);
}

/** The last reply showed a request, its card or its receipt: they offer to add to it. */
function showsRequest({ state }: TurnContext): boolean {
  return state.choices.some((choice) => choice.value === encodeCommand({ do: 'supplement' }));
}

function give(context: TurnContext, text: string, id: string, sources: SkillResult['outcome']['sources']): SkillResult {
  const choices = (['request', 'track'] as const).map((each) => ({
    value: encodeCommand(each === 'request' ? { do: each, about: null } : { do: each }),
    label: context.say(`conversation.choice_${each}`),
  }));
  return {
    replies: [{ kind: 'text', text, sources, choices }],
    outcome: outcomeOf({ kind: 'answer', id, sources, confidence: 1 }),
  };
}

/** The last day to answer what is received on a day, with every step of the count. */
function reckonFrom(context: TurnContext, day: Day): SkillResult | undefined {
  if (day < FIRST_REGULATION || yearOf(day) > yearOf(context.today) + MOST_YEARS_AHEAD) return undefined;
  const request = { filedOn: day, receivedOn: day };
  const rule = ruleOn(day);
  const text = [
    writeDeadline(context, `deadline.due_${rule}`, reckon(context, request)),
    [...(rule === '2019' ? [context.say('deadline.receipt')] : []), writeExtension(context, request)].join('\n'),
  ].join('\n\n');
  const sources = SOURCES[rule].map((source) => citeSource(source, context.release.base));
  const known = context.release.base.answers.some(({ id }) => id === RULE_ENTRY);
  const result = give(context, text, 'deadline', sources);
  return known ? { ...result, state: { topic: { kind: 'answer', id: RULE_ENTRY } } } : result;
}

/**
 * Reckons the last day to answer when a message plainly asks for it, and says how a date just given came about.
 * Undefined for every other message.
 */
export function answerDeadlineQuestion(context: TurnContext, text: string): SkillResult | undefined {
  const { profile } = context.release.base;
  const names = [profile.name, ...profile.short].toSorted((a, b) => b.length - a.length);
  const question = readDeadlineQuestion(text, { today: context.today, names });
  if (!question) return undefined;
  const shown = showsRequest(context);
  const ownRequest = () =>
    context.state.tracking ? startTracking(context, 'explain') : reckonFrom(context, context.today);
  switch (question.asks) {
    case 'impossible':
      return give(context, context.say('deadline.no_such_day', { said: question.said }), 'deadline', []);
    case 'how':
      if (shown) return ownRequest();
      // Asked on the way to one's own request: once it is known which, that is what is shown.
      if (context.state.tracking?.waits === 'identity') return startTracking(context, 'explain');
      return answersAboutTime(context) ? reckonFrom(context, context.today) : undefined;
    case 'again':
      return answersAboutTime(context) ? reckonFrom(context, question.day) : undefined;
    case 'due':
      return question.day === null && shown ? ownRequest() : reckonFrom(context, question.day ?? context.today);
  }
}
