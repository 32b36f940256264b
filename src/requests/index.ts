export { answerDeadline } from './calendar/answer-deadline.ts';
export { ANSWER_PERIODS, type Rule, ruleOn } from './calendar/answer-period.ts';
export { countWorkdays } from './calendar/count-workdays.ts';
export {
  answerDeadlineQuery,
  type DeadlineQuery,
  type DeadlineReply,
  deadlineQuerySchema,
} from './calendar/deadline-query.ts';
export { type DayGroup, groupDays } from './calendar/group-days.ts';
export { layCalendars } from './calendar/lay-calendars.ts';
export type { Pause } from './calendar/pause.ts';
export {
  buildCalendar,
  type CountedDay,
  type Deadline,
  type WorkCalendar,
} from './calendar/work-calendar.ts';
export { computeFee, type FeeStandard } from './fee/compute-fee.ts';
export { type Field, findField, isAnswered, listAnswered, listAsked } from './form/fields.ts';
export { encodeFormCommand, type FormCommand, readFormCommand, readYesNo } from './form/form-command.ts';
export type { FormInput, FormMove } from './form/form-move.ts';
export { readChoiceNumber } from './form/option-words.ts';
export { asksToApply, readCarriedText } from './form/read/carried-text.ts';
export { readEmail } from './form/read/email.ts';
export { readPhone } from './form/read/phone.ts';
export type { Reading } from './form/read/reading.ts';
export { countCharacters, tidyLine, tidyText } from './form/read/tidy.ts';
export { stepForm } from './form/step-form.ts';
export { openForm } from './form/steps.ts';
export { soundsLikeQuestion } from './form/topic-change.ts';
export { type AnswerRemedy, writeAnswerRemedy } from './lifecycle/answer-remedy.ts';
export { lengthOn } from './lifecycle/case-clock.ts';
export { type Actor, type CaseEvent, type Fields, REQUESTER, SYSTEM } from './lifecycle/case-event.ts';
export type { CaseView } from './lifecycle/case-view.ts';
export { type Command, type Decision, decide } from './lifecycle/decide.ts';
export { findState, isOpen, regimeNamed, regimeOn, shownState } from './lifecycle/find-rule.ts';
export { listPossible, type PossibleEvent } from './lifecycle/list-possible.ts';
export { nameField } from './lifecycle/name-field.ts';
export { planReminder, type Reminder } from './lifecycle/plan-reminder.ts';
export { type ReckonedClock, reckonClocks } from './lifecycle/reckon-clock.ts';
export type { Refusal } from './lifecycle/refusal.ts';
export { replay } from './lifecycle/replay.ts';
export { sayRefusal, titleOf } from './lifecycle/say-refusal.ts';
export { type Credentials, holdsRequestNumber, readCredentials } from './tracking/read-credentials.ts';
export { numberPrefix } from './tracking/request-number.ts';
