import type { Day } from '../../day.ts';
import { ANSWER_PERIODS, ruleOn } from './answer-period.ts';
import type { Pause } from './pause.ts';
import type { Deadline, WorkCalendar } from './work-calendar.ts';

/**
 * The last day to answer a request. The clock starts on the day of receipt (711号令 art. 31), which itself is not
 * counted; time for asking third parties or other authorities comes on top (art. 33(3)) where it is known.
 */
export function answerDeadline(
  calendar: WorkCalendar,
  request: {
    readonly filedOn: Day;
    readonly receivedOn: Day;
    readonly extended?: boolean;
    readonly pauses?: readonly Pause[];
  },
): Deadline {
  const period = ANSWER_PERIODS[ruleOn(request.filedOn)];
  const count = period.workdays + (request.extended ? period.extension : 0);
  return calendar.addWorkdays(request.receivedOn, count, request.pauses);
}
