import type { Regime } from '../knowledge/schema/regime.ts';
import type { WorkCalendar } from '../requests/index.ts';
import type { Executor } from '../store/index.ts';

/** What acting on cases needs besides the store: the tables, the calendar, the instant. */
export interface CaseRules {
  readonly regimes: readonly Regime[];
  readonly calendar: WorkCalendar;
}

/** `executor` is an open transaction wherever something is written. */
export interface CaseContext extends CaseRules {
  readonly executor: Executor;
  readonly now: Date;
}
