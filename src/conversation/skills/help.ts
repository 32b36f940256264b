import { encodeCommand } from '../command.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';

/** Says what the bot can do and offers the four ways on. */
export function giveHelp(context: TurnContext): SkillResult {
  const { say, release } = context;
  return {
    replies: [
      {
        kind: 'text',
        text: say('conversation.help', { authority: release.base.profile.name }),
        choices: [
          { value: encodeCommand({ do: 'topics' }), label: say('conversation.choice_topics') },
          { value: encodeCommand({ do: 'request', about: null }), label: say('conversation.choice_request') },
          { value: encodeCommand({ do: 'track' }), label: say('conversation.choice_track') },
          { value: encodeCommand({ do: 'person' }), label: say('conversation.choice_person') },
        ],
      },
    ],
    outcome: outcomeOf({ kind: 'help', id: 'help', confidence: 1 }),
  };
}

/** Ids of the answers newcomers need first, shown under "常见问题". Missing ones are passed over. */
const FIRST_QUESTIONS = 6;

/** Offers the entry questions of each topic, one per topic. */
export function offerTopics(context: TurnContext): SkillResult {
  const { release, say, state } = context;
  const seen = new Set<string>();
  const first = release.base.answers
    .filter((answer) => !seen.has(answer.topic) && seen.add(answer.topic))
    .slice(0, FIRST_QUESTIONS);
  return {
    replies: [
      {
        kind: 'text',
        text: say('conversation.topics'),
        choices: first.map((answer) => ({
          value: encodeCommand({ do: 'answer', id: answer.id, year: null }),
          label: state.locale === 'en' && answer.en ? answer.en.title : answer.title,
        })),
      },
    ],
    outcome: outcomeOf({ kind: 'help', id: 'topics', confidence: 1 }),
  };
}
