import type { Day } from '../../../day.ts';
import {
  ANSWER_PERIODS,
  answerDeadlineQuery,
  type DeadlineReply,
  type Pause,
  ruleOn,
} from '../../../requests/index.ts';
import type { TurnContext } from '../../skill.ts';
import { describeCount } from './describe-count.ts';
import { writeDay, writeDayWithWeekday } from './write-day.ts';

/** The last day to answer under the rule of the day it was filed, and with the extension when `extended`. */
export function reckon(
  { release }: TurnContext,
  request: {
    readonly filedOn: Day;
    readonly receivedOn: Day;
    readonly extended?: boolean;
    readonly pauses?: readonly Pause[];
  },
): DeadlineReply {
  const rule = ruleOn(request.filedOn);
  const { workdays, extension } = ANSWER_PERIODS[rule];
  const days = workdays + (request.extended ? extension : 0);
  return answerDeadlineQuery(release.calendar, {
    received: request.receivedOn,
    rule,
    days,
    pauses: [...(request.pauses ?? [])],
  });
}

/** A lead with the last day in it, then how it was counted, a line a step. `key` is the lead's text. */
export function writeDeadline(
  { say, release }: TurnContext,
  key: string,
  reply: DeadlineReply,
  values: Readonly<Record<string, string>> = {},
): string {
  const received = writeDay(reply.received, say);
  const due = writeDayWithWeekday(reply.due, say);
  const estimate = reply.provisional ? say('deadline.estimate') : '';
  const lines = describeCount(reply, { say, years: release.calendar.years });
  return [say(key, { ...values, received, due, estimate }), '', ...lines.map((line) => `· ${line}`)].join('\n');
}

/** What may still move the last day: an extension, and the asking of others (711号令 art. 33(2)–(3), 492号令 art. 24). */
export function writeExtension(
  context: TurnContext,
  request: { readonly filedOn: Day; readonly receivedOn: Day; readonly pauses?: readonly Pause[] },
): string {
  const rule = ruleOn(request.filedOn);
  const extended = reckon(context, { ...request, extended: true });
  return context.say(`deadline.extension_${rule}`, {
    days: ANSWER_PERIODS[rule].extension,
    due: writeDay(extended.due, context.say),
    estimate: extended.provisional ? context.say('deadline.estimate') : '',
  });
}
