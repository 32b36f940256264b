import type { Choice } from '../../channel/message.ts';
import { readEmail, readFormCommand, readPhone } from '../../requests/index.ts';
import { encodeCommand, type Leaving } from '../command.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import { findDecidedIntent } from '../understand/decided-intent.ts';
import { describeOpening } from './waiting.ts';

/** Longest message kept for staff, in characters. */
const LONGEST = 2000;

const outcome = (id: string) => outcomeOf({ kind: 'person', id, confidence: 1 });

/** Where what is said stays abroad no contact is asked for. */
function kindsFor({ state }: TurnContext): readonly Leaving[] {
  return state.handOver === 'must' ? ['message'] : ['message', 'contact'];
}

/** Buttons to leave a message or a contact while one waits. */
export function offerLeaving(context: TurnContext): readonly Choice[] {
  return kindsFor(context).map((what) => ({
    value: encodeCommand({ do: 'leave', what }),
    label: context.say(`person.choice_${what}`),
  }));
}

/** Asks for the message or the contact; the next text is it. */
export function askForWords(context: TurnContext, what: Leaving): SkillResult | undefined {
  if (!kindsFor(context).includes(what)) return undefined;
  return {
    replies: [{ kind: 'text', text: context.say(`person.ask_${what}`) }],
    outcome: outcome(`ask-${what}`),
    state: { leaving: what },
  };
}

function readContact(text: string): string | undefined {
  const [phone, email] = [readPhone(text), readEmail(text)];
  if (phone.ok) return phone.value;
  return email.ok ? email.value : undefined;
}

/** Takes the words that were asked for. Undefined when none were, or when somebody in despair says something else. */
export function takeWords(context: TurnContext, text: string): SkillResult | undefined {
  const { leaving } = context.state;
  if (leaving === undefined) return undefined;
  if (findDecidedIntent(text, context.release.base.intents)?.does === 'distress') return undefined;
  if (readFormCommand(text)?.do === 'cancel') {
    const reply = {
      kind: 'text' as const,
      text: context.say('person.left_nothing'),
      choices: [...offerLeaving(context)],
    };
    return { replies: [reply], outcome: outcome('left-nothing'), state: { leaving: undefined } };
  }
  const words = leaving === 'contact' ? readContact(text) : text.trim().slice(0, LONGEST);
  if (words === undefined) {
    return { replies: [{ kind: 'text', text: context.say('person.contact_unread') }], outcome: outcome('ask-contact') };
  }
  return {
    replies: [],
    outcome: outcome(`left-${leaving}`),
    effects: [{ kind: 'leave_words', what: leaving, words }],
    state: { owner: 'queue', leaving: undefined },
  };
}

/** Confirms what was left and says when somebody will see it. */
export function confirmWords(context: TurnContext, what: Leaving): SkillResult {
  const others = offerLeaving(context).filter(({ value }) => value !== encodeCommand({ do: 'leave', what }));
  const text = [context.say(`person.left_${what}`), describeOpening(context, [])].join('\n');
  return { replies: [{ kind: 'text', text, choices: others }], outcome: outcome(`left-${what}`) };
}
