/** A civil day in China, `YYYY-MM-DD`. Days compare correctly as strings. */
export type Day = string & { readonly __brand: 'Day' };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/u;
const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The civil day in China at an instant, whatever the machine's own time zone. */
export function dayOf(instant: Date): Day {
  return shanghai.format(instant) as Day;
}

/** A day from text, or undefined when no such day exists (2026-02-30, 2026-13-01). */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : undefined;
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10) as Day;
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The earlier of two days. */
export function earlierDay(left: Day, right: Day): Day {
  const first = left < right;
  return first ? left : right;
}
