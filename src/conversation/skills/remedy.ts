import type { OutMessage } from '../../channel/message.ts';
import { offerFile } from '../../channel/offer-file.ts';
import { citeSource } from '../../knowledge/cite.ts';
import { encodeCommand } from '../command.ts';
import type { DeskEvent } from '../effect.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import { markProvisional } from './mark-provisional.ts';

type Outlined = Extract<DeskEvent, { kind: 'remedy_outlined' }>;

/** Since when the reconsideration law of 2023 holds. */
const NEW_LAW = '2024-01-01';

/** Articles the outline rests on, in the versions in force when the answer was given. */
function listArticles({ regime, answeredOn, reconsiderationFirst }: Outlined) {
  const own = regime === '2007' ? { law: 'ogi-2007', article: 33 } : { law: 'ogi-2019', article: 51 };
  if (answeredOn < NEW_LAW) {
    return [own, { law: 'reconsideration-2017', article: 9 }, { law: 'reconsideration-2017', article: 11 }];
  }
  const first = reconsiderationFirst ? [{ law: 'reconsideration-2023', article: 23, paragraph: 1, item: 4 }] : [];
  return [own, { law: 'reconsideration-2023', article: 20 }, { law: 'reconsideration-2023', article: 22 }, ...first];
}

function writeOutline(context: TurnContext, event: Outlined): string {
  const { say, release, state } = context;
  const { profile, letterhead, regimes } = release.base;
  const outcomes = regimes.find(({ id }) => id === event.regime)?.outcomes ?? [];
  const outcome = outcomes.find(({ code }) => code === event.outcome);
  const before = event.answeredOn < NEW_LAW;
  const body = before ? letterhead?.reconsiderationOld : letterhead?.reconsideration;
  const values = {
    number: event.number,
    authority: profile.name,
    address: profile.address.value,
    filedOn: event.filedOn,
    receivedOn: event.receivedOn ?? say('remedy.not_known'),
    answeredOn: event.answeredOn,
    outcome: (state.locale === 'en' ? outcome?.en : outcome?.title) ?? event.outcome,
    notice: event.notice ? say('remedy.notice', event.notice) : say('remedy.notice_unnumbered'),
    body: body ?? say('remedy.not_known'),
  };
  return say('remedy.outline', values);
}

function writeDeadlines(context: TurnContext, event: Outlined): string {
  const { say, today } = context;
  const due = { day: event.reconsiderBy, provisional: event.provisional };
  const until = { date: event.reconsiderBy, provisional: markProvisional(context, due) };
  const over = event.reconsiderBy < today ? 'remedy.over' : 'remedy.until';
  const court = event.reconsiderationFirst
    ? say('remedy.first')
    : say('remedy.court', { date: event.courtBy ?? say('remedy.not_known') });
  return [say(over, until), court, say('remedy.no_advice')].join('\n');
}

/** An outline of an application for reconsideration with the facts on file filled in. What to ask for and why is left to the person: no advice. */
export function reportRemedy(context: TurnContext, event: Outlined): SkillResult {
  const sources = listArticles(event).map((article) => citeSource(article, context.release.base));
  const person = { value: encodeCommand({ do: 'person' }), label: context.say('track.choice_person') };
  const outline: OutMessage = { kind: 'text', text: writeOutline(context, event) };
  const rest: OutMessage = { kind: 'text', text: writeDeadlines(context, event), sources, choices: [person] };
  return { replies: [outline, rest], outcome: outcomeOf({ kind: 'status', id: 'remedy', sources, confidence: 1 }) };
}

type Carried = Extract<DeskEvent, { kind: 'request_readdressed' | 'case_not_for_this' }>;

/** Where the application written anew is fetched, and whom it goes to; or why a button does nothing any more. */
export function reportCarried(context: TurnContext, event: Carried): SkillResult {
  const { say, release } = context;
  const track = { value: encodeCommand({ do: 'track' }), label: say('track.choice_track') };
  const outcome = outcomeOf({ kind: 'status', id: 'carry', confidence: 1 });
  if (event.kind === 'case_not_for_this') {
    return { replies: [{ kind: 'text', text: say('remedy.not_for_this'), choices: [track] }], outcome };
  }
  const contact =
    event.contact === null
      ? say('notice.referral_no_contact')
      : say('notice.referral_contact', {
          contact: event.contact,
          contactSource: event.contactSource ?? say('notice.no_source'),
        });
  const { phone } = release.base.profile;
  const { file, url, number, authority, linked } = event;
  const told: OutMessage = {
    kind: 'text',
    text: say('remedy.carried', {
      number,
      authority,
      contact,
      phone: phone.value,
      asOf: phone.asOf,
      contactSource: '',
      linked: linked === null ? '' : say('remedy.carried_linked', { number, linked }),
    }),
    choices: [track],
  };
  const { messages } = release;
  const text = say('remedy.carried_file', { authority });
  const letter = file && offerFile({ text, file, url, messages, locale: context.state.locale });
  return { replies: letter ? [letter, told] : [told], outcome };
}
