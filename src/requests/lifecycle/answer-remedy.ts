import type { Day } from '../../day.ts';
import type { Regime } from '../../knowledge/schema/regime.ts';
import { isReconsiderationFirst } from './case-clock.ts';
import type { CaseView } from './case-view.ts';
import type { ReckonedClock } from './reckon-clock.ts';

/** How an answer may be contested. */
export interface AnswerRemedy {
  readonly answeredOn: Day;
  /** Code of the outcome in the regime's table. */
  readonly outcome: string;
  /** Last day to ask for reconsideration, and whether it may still move. */
  readonly reconsiderBy: Day;
  readonly provisional: boolean;
  /** Last day to go to court directly; null where reconsideration comes first (行政复议法 2023 art. 23). */
  readonly courtBy: Day | null;
  readonly reconsiderationFirst: boolean;
}

/** The remedies of a case that was answered; undefined before, and where there is nothing to contest. */
export function writeAnswerRemedy(
  regime: Regime,
  view: CaseView,
  clocks: readonly ReckonedClock[],
): AnswerRemedy | undefined {
  const { answeredOn, outcome } = view;
  const reconsideration = clocks.find(({ id }) => id === 'reconsideration');
  if (answeredOn === null || outcome === null || !reconsideration) return undefined;
  return {
    answeredOn,
    outcome,
    reconsiderBy: reconsideration.due,
    provisional: reconsideration.provisional,
    courtBy: clocks.find(({ id }) => id === 'court')?.due ?? null,
    reconsiderationFirst: isReconsiderationFirst(regime, view, answeredOn),
  };
}
