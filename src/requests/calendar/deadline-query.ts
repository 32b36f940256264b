import { z } from 'zod';
import { type Day, parseDay } from '../../day.ts';
import { ANSWER_PERIODS, type Rule, ruleOn } from './answer-period.ts';
import type { CountedDay, WorkCalendar } from './work-calendar.ts';

/** Far enough for every request there ever was, near enough to count day by day. */
const YEARS = { first: 1990, last: 2099 } as const;
const MOST_DAYS = 1000;
const MOST_PAUSES = 100;

const daySchema = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  const year = Number(day?.slice(0, 4));
  if (day !== undefined && year >= YEARS.first && year <= YEARS.last) return day;
  context.addIssue({ code: 'custom', message: `not a day from ${YEARS.first} to ${YEARS.last}` });
  return z.NEVER;
});

const pauseSchema = z
  .strictObject({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => from <= to, 'ends before it begins');

/** `2019` or `711` is the regulation in force, `2007` or `492` the one before it; a number will do. */
const RULES: Readonly<Record<string, Rule>> = { '2019': '2019', '711': '2019', '2007': '2007', '492': '2007' };
const ruleSchema = z.union([z.string(), z.number()]).transform((written, context): Rule => {
  const rule = Object.hasOwn(RULES, written) ? RULES[written] : undefined;
  if (rule !== undefined) return rule;
  context.addIssue({ code: 'custom', message: `not one of ${Object.keys(RULES).join(', ')}` });
  return z.NEVER;
});

/** A question about a deadline, from outside. Unknown fields are refused: a misspelt `pauses` would go unheard. */
export const deadlineQuerySchema = z.strictObject({
  /** Comes back unchanged, so that a caller can tell the lines apart. */
  id: z.union([z.string(), z.number()]).optional(),
  received: daySchema,
  days: z.int().min(0).max(MOST_DAYS).nullish(),
  rule: ruleSchema.nullish(),
  pauses: z.array(pauseSchema).max(MOST_PAUSES).nullish(),
});
export type DeadlineQuery = z.infer<typeof deadlineQuerySchema>;

/** A deadline with its reasons, ready to be written as JSON. */
export interface DeadlineReply {
  readonly id?: string | number;
  readonly received: Day;
  /** Working days counted. */
  readonly days: number;
  /** null when the number of days was given without a regulation. */
  readonly rule: Rule | null;
  readonly pauses: readonly { readonly from: Day; readonly to: Day }[];
  readonly due: Day;
  /** true when a day on the way lies where no holiday notice is on file yet. */
  readonly provisional: boolean;
  /** Every day after receipt up to the deadline; `counted` is its number in the count or null. */
  readonly explanation: readonly CountedDay[];
}

/**
 * Reckons a deadline. Without `days` the answer period of `rule` counts, and without either that of the regulation in
 * force on the day of receipt; a request filed under the old regulation and received under the new one must name it.
 */
export function answerDeadlineQuery(calendar: WorkCalendar, query: DeadlineQuery): DeadlineReply {
  const { id, received } = query;
  const pauses = query.pauses ?? [];
  const rule = query.rule ?? (query.days === undefined || query.days === null ? ruleOn(received) : null);
  const days = query.days ?? ANSWER_PERIODS[rule ?? ruleOn(received)].workdays;
  const { day: due, provisional, explain } = calendar.addWorkdays(received, days, pauses);
  const reply = { received, days, rule, pauses, due, provisional, explanation: explain() };
  return id === undefined ? reply : { id, ...reply };
}
