import type { Day } from '../../day.ts';

/** First day of the regulation now in force (711号令); requests filed earlier follow the one of 2007 (492号令). */
const NEW_REGULATION = '2019-05-15' as Day;

/** The regulation a request follows: 711号令, in force since 2019-05-15, or 492号令 before it. */
export type Rule = '2019' | '2007';

/** Working days the authority has to answer, and by which it may extend once. */
interface AnswerPeriod {
  readonly workdays: number;
  readonly extension: number;
}

/** 20 + 20 working days (711号令 art. 33), before that 15 + 15 (492号令 art. 24). */
export const ANSWER_PERIODS: Readonly<Record<Rule, AnswerPeriod>> = {
  '2019': { workdays: 20, extension: 20 },
  '2007': { workdays: 15, extension: 15 },
};

/** The regulation in force on a day. */
export function ruleOn(day: Day): Rule {
  return day < NEW_REGULATION ? '2007' : '2019';
}
