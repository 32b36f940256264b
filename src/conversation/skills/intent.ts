import type { Choice } from '../../channel/message.ts';
import type { Intent } from '../../knowledge/schema/intent.ts';
import { encodeCommand } from '../command.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';

function offerWaysOn(context: TurnContext, intent: Intent): Choice[] {
  const person = { value: encodeCommand({ do: 'person' }), label: context.say('conversation.choice_person') };
  if (intent.does === 'distress' || intent.does === 'abuse') return [person];
  return [{ value: encodeCommand({ do: 'topics' }), label: context.say('conversation.choice_topics') }, person];
}

/** Meets small talk, distress, abuse and things known not to be ours with their curated words, and leads back. */
export function meetIntent(context: TurnContext, intent: Intent, confidence: number): SkillResult {
  const curated = (context.state.locale === 'en' ? intent.en : intent.reply) ?? intent.reply ?? '';
  const outside = intent.does === 'outside';
  const text = outside ? `${curated.trimEnd()}\n${context.say('conversation.outside_way_on')}` : curated.trimEnd();
  return {
    replies: [{ kind: 'text', text, choices: offerWaysOn(context, intent) }],
    outcome: outcomeOf({ kind: outside ? 'none' : 'smalltalk', id: intent.id, confidence }),
  };
}
