import type { Choice, OutFile, OutMessage } from '../../channel/message.ts';
import type { ReleaseData } from '../../knowledge/release.ts';
import type { Regime } from '../../knowledge/schema/regime.ts';
import { type Locale, say } from '../../messages.ts';
import type { Fields } from '../../requests/index.ts';
import { type Command, encodeCommand } from '../command.ts';

/** Something a requester is told without having asked. */
export interface Notice {
  /** Key of `messages/…/notice.yaml`. */
  readonly say: string;
  /** The event's own fields, `number`, and the days that matter: `due`, `until`, `remedyDue`. */
  readonly values: Fields;
  /** Where documents are fetched; undefined when the desk has no address people reach. */
  readonly pageUrl: string | undefined;
}

/** Notices after which the requester has something to write. */
const ASKS: ReadonlySet<string> = new Set(['clarification_asked', 'reasons_asked', 'clarification_due', 'reasons_due']);
/** Notices after which nothing more is done about the request. */
const ENDS: ReadonlySet<string> = new Set(['clarification_missed', 'fee_missed', 'withdrawn']);

type Speak = (key: string, values?: Fields) => string;

/** Codes of choices are told by their titles in the table: an outcome, how it was delivered. */
function putIntoWords(regime: Regime, values: Fields, locale: Locale): Fields {
  const outcome = regime.outcomes.find(({ code }) => code === values.outcome);
  return outcome ? { ...values, outcome: locale === 'en' ? outcome.en : outcome.title } : values;
}

function listChoices(speak: Speak, name: string, { number: of, authority }: Fields): Choice[] {
  const number = String(of);
  const command = (does: Command, key: string): Choice => ({ value: encodeCommand(does), label: speak(key) });
  if (ENDS.has(name)) return [command({ do: 'request', about: null }, 'conversation.choice_request')];
  const track = command({ do: 'track' }, 'track.choice_track');
  if (name === 'delivered') {
    const rating = { do: 'rate', of: 'case', subject: number, release: null, level: null } as const;
    const carry = authority === undefined ? [] : [command({ do: 'carry', number }, 'remedy.choice_carry')];
    const remedy = command({ do: 'remedy', number }, 'remedy.choice');
    return [...carry, command(rating, 'rating.choice_case'), remedy, track];
  }
  return ASKS.has(name) ? [command({ do: 'supplement' }, 'track.choice_supplement'), track] : [track];
}

function describeReferral(speak: Speak, { values }: Notice): string[] {
  if (values.authority === undefined) return [];
  const contact = values.contact === undefined ? 'notice.referral_no_contact' : 'notice.referral_contact';
  const source = values.contactSource ?? speak('notice.no_source');
  return [speak('notice.referral', values), speak(contact, { ...values, contactSource: source })];
}

/** A letter that comes with a notice, as a file; where the channel takes none, where it is fetched with the query code. */
export function writeLetter(
  { messages }: Pick<ReleaseData, 'messages'>,
  { values, pageUrl }: Notice,
  file: OutFile,
  locale: Locale,
): OutMessage {
  const url = pageUrl === undefined ? '' : new URL('/documents', pageUrl).href;
  const named = { ...values, documents: `《${file.name.replace(/\.pdf$/u, '')}》`, url };
  return {
    kind: 'file',
    text: say(messages, locale, 'notice.document', named),
    file,
    instead: say(messages, locale, url ? 'notice.documents_at' : 'notice.documents', named),
  };
}

/**
 * A notice in the words of the conversation it goes to. Pure. Every text names a day, or what is to be done next;
 * a day that may still move says so.
 */
export function writeNotice(
  { messages }: Pick<ReleaseData, 'messages'>,
  regime: Regime,
  notice: Notice,
  locale: Locale,
): OutMessage {
  const speak: Speak = (key, values) => say(messages, locale, key, values);
  const values = putIntoWords(regime, notice.values, locale);
  const spoken = { ...notice, values };
  const lines = [
    speak(`notice.${notice.say}`, values),
    ...(notice.say === 'delivered' ? describeReferral(speak, spoken) : []),
    ...(values.provisional === 1 ? [speak('notice.provisional')] : []),
  ];
  return { kind: 'text', text: lines.join('\n'), choices: listChoices(speak, notice.say, values) };
}
