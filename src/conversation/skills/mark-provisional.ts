import type { TurnContext } from '../skill.ts';

/** "(an estimate …)" after a due date that rests on holidays not announced yet, nothing after any other. */
export function markProvisional(context: TurnContext, due: { day: string; provisional: boolean }): string {
  if (!due.provisional) return '';
  const year = Number(due.day.slice(0, 4));
  // The last days of a year on file are only settled by the next year's notice.
  return context.say('file.provisional', { year: context.release.calendar.years.has(year) ? year + 1 : year });
}
