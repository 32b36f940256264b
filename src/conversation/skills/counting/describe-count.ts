import type { Day } from '../../../day.ts';
import { type DayGroup, type DeadlineReply, groupDays, type Pause } from '../../../requests/index.ts';
import type { TurnContext } from '../../skill.ts';
import { writeDay, writeDayWithWeekday, writeSpan } from './write-day.ts';

type Say = TurnContext['say'];

/** What the description of a count needs: the reckoned deadline, the years on file, and words. */
export interface CountWords {
  readonly say: Say;
  readonly years: ReadonlySet<number>;
}

/** 2月14日和2月28日 · 14 February and 28 February; years are only written where they differ from the start's. */
function listSpans(spans: readonly Pause[], start: Day, say: Say): string {
  const written = spans.map((span) => writeSpan(span, say, start));
  return new Intl.ListFormat(say('deadline.locale'), { type: 'conjunction' }).format(written);
}

function countDays(groups: readonly DayGroup[]): number {
  return groups.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1, 0);
}

/** One line per holiday: several may lie on the way, and the same one may be broken by a day worked. */
function describeHolidays(groups: readonly DayGroup[], start: Day, say: Say): string[] {
  const off = groups.filter(({ why }) => why === 'holiday' || why === 'festival');
  const names = new Set(off.map(({ holiday }) => holiday ?? ''));
  return [...names].map((name) => {
    const days = off.filter(({ holiday }) => (holiday ?? '') === name);
    return say('deadline.holiday', { name, days: listSpans(days, start, say) });
  });
}

function describePauses({ received, due, pauses }: DeadlineReply, say: Say): string[] {
  const felt = pauses.filter((pause) => pause.to > received && pause.from < due);
  return felt.length ? [say('deadline.pause', { days: listSpans(felt, received, say) })] : [];
}

/** The year whose holidays must be announced before the date is certain. */
function findOpenYear(reply: DeadlineReply, years: ReadonlySet<number>): number {
  const open = reply.explanation.findLast((day) => !day.settled)?.day ?? reply.due;
  const year = Number(open.slice(0, 4));
  // The last days of a year on file are only settled by the next year's notice.
  return years.has(year) ? year + 1 : year;
}

/** How a deadline comes about, a short line a step: the start, what is not counted and why, the last day. */
export function describeCount(reply: DeadlineReply, { say, years }: CountWords): readonly string[] {
  const groups = groupDays(reply.explanation);
  const weekends = groups.filter(({ why }) => why === 'weekend');
  const worked = groups.filter(({ why, counted }) => why === 'make_up' && counted !== null);
  const first = reply.explanation.find(({ counted }) => counted !== null)?.day ?? reply.due;
  const { received } = reply;
  return [
    say('deadline.start', { received: writeDay(received, say), first: writeDay(first, say, received) }),
    ...(weekends.length ? [say('deadline.weekends', { count: countDays(weekends) })] : []),
    ...describeHolidays(groups, received, say),
    ...(worked.length ? [say('deadline.worked', { days: listSpans(worked, received, say) })] : []),
    ...describePauses(reply, say),
    say('deadline.last', { days: reply.days, due: writeDayWithWeekday(reply.due, say) }),
    ...(reply.provisional ? [say('deadline.provisional', { year: findOpenYear(reply, years) })] : []),
  ];
}
