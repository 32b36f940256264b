import { addDays, type Day } from '../../day.ts';
import type { AuthorityProfile } from '../../knowledge/schema/authority.ts';
import { encodeCommand } from '../command.ts';
import type { DeskEvent } from '../effect.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';

/** Longest run of rest days looked through for the next opening. */
const DAYS_AHEAD = 30;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', weekday: 'long' });
const weekdayEn = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'long' });

type Hours = NonNullable<AuthorityProfile['hours']>;

function isOpenOn(day: Day, hours: Hours, context: TurnContext): boolean {
  const iso = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const known = context.release.calendar.isWorkday(day);
  return known === 'unknown' ? hours.days.includes(iso) : known;
}

/** When the office next answers: now, later today, or the first interval of the next working day. */
export function findNextOpening(
  context: TurnContext,
  hours: Hours,
): { open: boolean; day: Day; from: string } | undefined {
  const time = clock.format(context.now);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(context.today, ahead);
    if (!isOpenOn(day, hours, context)) continue;
    const interval = hours.intervals.find((each) => ahead > 0 || time < each.to);
    if (interval) return { open: ahead === 0 && time >= interval.from, day, from: interval.from };
  }
  return undefined;
}

function describeOpening(context: TurnContext): string {
  const { hours, phone } = context.release.base.profile;
  const next = hours && findNextOpening(context, hours);
  if (!next) return context.say('person.hours_unknown', { phone: phone.value });
  if (next.open) return context.say('person.open_now');
  const names = context.state.locale === 'en' ? weekdayEn : weekday;
  const text = context.say('person.opens', {
    day: next.day,
    weekday: names.format(new Date(`${next.day}T04:00:00Z`)),
    time: next.from,
  });
  return hours.assumed ? `${text}${context.say('person.hours_assumed')}` : text;
}

/** Puts the conversation in the queue for staff; `queue_joined` answers it. */
export function askForPerson(context: TurnContext): SkillResult {
  const topic = context.state.topic ? `${context.state.topic.kind}/${context.state.topic.id}` : '';
  return {
    replies: [],
    outcome: outcomeOf({ kind: 'person', id: 'person', confidence: 1 }),
    effects: [{ kind: 'join_queue', topic }],
    state: { owner: 'queue' },
  };
}

/** Tells the place in the queue and when the office answers. */
export function confirmQueue(context: TurnContext, event: Extract<DeskEvent, { kind: 'queue_joined' }>): SkillResult {
  const { phone, office } = context.release.base.profile;
  const place = event.ahead === 0 ? context.say('person.first') : context.say('person.ahead', { count: event.ahead });
  return {
    replies: [
      {
        kind: 'text',
        text: [
          `${context.say('person.joined')}${place}`,
          describeOpening(context),
          context.say('person.phone', { office: office.value, phone: phone.value, asOf: phone.asOf }),
          context.say('person.meanwhile'),
        ].join('\n'),
        choices: [{ value: encodeCommand({ do: 'help' }), label: context.say('conversation.choice_help') }],
      },
    ],
    outcome: outcomeOf({ kind: 'person', id: 'person', confidence: 1 }),
  };
}
