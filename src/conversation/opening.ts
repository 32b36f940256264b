import { addDays, type Day, dayOf } from '../day.ts';
import type { HoursFile, TeamHours } from '../knowledge/schema/hours.ts';
import type { WorkCalendar } from '../requests/index.ts';

/** Longest run of rest days looked through for the next opening. */
const DAYS_AHEAD = 60;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** When a team answers next: `open` when it is there now. `from` is the time of day in China, HH:MM. */
export interface Opening {
  readonly open: boolean;
  readonly day: Day;
  readonly from: string;
  /** That instant; the past one when it is open now. */
  readonly at: Date;
}

/** The hours of a day: its own where it has some, none on a holiday, the usual ones on a day worked to make up for one. */
function intervalsOn(team: TeamHours, calendar: WorkCalendar, day: Day): TeamHours['intervals'] {
  const own = team.exceptions.find(({ from, to = from }) => from <= day && day <= to);
  if (own) return own.intervals;
  const { why } = calendar.describeDay(day);
  if (why === 'holiday' || why === 'festival') return [];
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return why === 'make_up' || team.days.includes(weekday) ? team.intervals : [];
}

/** The team's next opening; undefined when it has none within two months. */
export function findNextOpening(team: TeamHours, calendar: WorkCalendar, now: Date): Opening | undefined {
  const [today, time] = [dayOf(now), clock.format(now)];
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    const interval = intervalsOn(team, calendar, day).find((each) => ahead > 0 || time < each.to);
    if (!interval) continue;
    const { from } = interval;
    return { open: ahead === 0 && time >= from, day, from, at: new Date(`${day}T${from}:00+08:00`) };
  }
  return undefined;
}

/** The team's hours: of the one named like the unit a conversation was passed on to, else of the first. */
export function teamFor(hours: HoursFile | undefined, unit?: string | null): TeamHours | undefined {
  return hours?.teams.find(({ name }) => name === unit) ?? hours?.teams[0];
}
