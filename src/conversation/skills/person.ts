import { encodeCommand } from '../command.ts';
import type { DeskEvent } from '../effect.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import { offerLeaving } from './leave-words.ts';
import { describeOpening, describePlace } from './waiting.ts';

/** What the queue is told the conversation is about. */
export function nameTopic({ state: { topic } }: TurnContext): string {
  return topic ? `${topic.kind}/${topic.id}` : '';
}

/** Puts the conversation in the queue for staff; `queue_joined` answers it. */
export function askForPerson(context: TurnContext): SkillResult {
  return {
    replies: [],
    outcome: outcomeOf({ kind: 'person', id: 'person', confidence: 1 }),
    effects: [{ kind: 'join_queue', topic: nameTopic(context) }],
    state: { owner: 'queue', leaving: undefined },
  };
}

/** Tells the place in the queue, how long it may take or when the office answers, and what to do meanwhile. */
export function confirmQueue(context: TurnContext, event: Extract<DeskEvent, { kind: 'queue_joined' }>): SkillResult {
  const { phone, office } = context.release.base.profile;
  const help = { value: encodeCommand({ do: 'help' }), label: context.say('conversation.choice_help') };
  return {
    replies: [
      {
        kind: 'text',
        text: [
          `${context.say('person.joined')}${describePlace(context, event.ahead)}`,
          describeOpening(context, event.past),
          context.say('person.phone', { office: office.value, phone: phone.value, asOf: phone.asOf }),
          context.say('person.meanwhile'),
        ].join('\n'),
        choices: [...offerLeaving(context), help],
      },
    ],
    outcome: outcomeOf({ kind: 'person', id: 'person', confidence: 1 }),
  };
}
