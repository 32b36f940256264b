import type { HoursFile } from '../../knowledge/schema/hours.ts';
import { estimateWait, type PastWait } from '../estimate-wait.ts';
import { findNextOpening, teamFor } from '../opening.ts';
import type { TurnContext } from '../skill.ts';

const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', weekday: 'long' });
const weekdayEn = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', weekday: 'long' });

/** What is needed to say when staff answer. */
export type WaitingContext = Pick<TurnContext, 'release' | 'now' | 'say'> & {
  readonly state: Pick<TurnContext['state'], 'locale'>;
};

/** Place in the queue, in words. */
export function describePlace({ say }: WaitingContext, ahead: number): string {
  return ahead === 0 ? say('person.first') : say('person.ahead', { count: ahead });
}

function describeHours(context: WaitingContext, hours: HoursFile, past: readonly PastWait[], unit: string | null) {
  const { release, now, say, state } = context;
  const team = teamFor(hours, unit);
  const next = team && findNextOpening(team, release.calendar, now);
  if (!team || !next) return undefined;
  if (next.open) {
    const minutes = estimateWait(past, team, release.calendar);
    const wait = minutes === null ? say('person.wait_unknown') : say('person.wait', { minutes });
    return `${say('person.open_now')}${wait}`;
  }
  const names = state.locale === 'en' ? weekdayEn : weekday;
  const named = names.format(new Date(`${next.day}T04:00:00Z`));
  const text = say('person.opens', { day: next.day, weekday: named, time: next.from });
  return hours.assumed ? `${text}${say('person.hours_assumed')}` : text;
}

/** When staff answer: how long it will take while they are there, else the next opening with day and weekday. */
export function describeOpening(
  context: WaitingContext,
  past: readonly PastWait[],
  unit: string | null = null,
): string {
  const { hours, profile } = context.release.base;
  const described = hours && describeHours(context, hours, past, unit);
  return described ?? context.say('person.hours_unknown', { phone: profile.phone.value });
}
