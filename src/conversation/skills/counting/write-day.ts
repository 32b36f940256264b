import { type Day, yearOf } from '../../../day.ts';
import type { TurnContext } from '../../skill.ts';

type Say = TurnContext['say'];

function format(day: Day, say: Say, options: Intl.DateTimeFormatOptions): string {
  const shape = { month: 'long', day: 'numeric', timeZone: 'UTC', ...options } as const;
  return new Intl.DateTimeFormat(say('deadline.locale'), shape).format(new Date(`${day}T00:00:00Z`));
}

/** 2026年3月16日 · 16 March 2026; the year is left out beside a day of the same year. */
export function writeDay(day: Day, say: Say, beside?: Day): string {
  return format(day, say, beside !== undefined && yearOf(beside) === yearOf(day) ? {} : { year: 'numeric' });
}

/** 2026年3月16日星期一 · Monday, 16 March 2026 */
export function writeDayWithWeekday(day: Day, say: Say): string {
  return format(day, say, { year: 'numeric', weekday: 'long' });
}

/** 2月15日至2月23日 · 15 February to 23 February; a span of one day is written as that day. */
export function writeSpan({ from, to }: { readonly from: Day; readonly to: Day }, say: Say, beside: Day): string {
  const first = writeDay(from, say, beside);
  return from === to ? first : say('deadline.span', { from: first, to: writeDay(to, say, beside) });
}
