import type { ReleaseData } from '../knowledge/release.ts';
import type { Regime } from '../knowledge/schema/regime.ts';
import type { WorkCalendar } from '../requests/index.ts';
import type { Executor } from '../store/index.ts';

/** What reading cases needs besides the store: the tables and the calendar. */
export interface CaseRules {
  readonly regimes: readonly Regime[];
  readonly calendar: WorkCalendar;
}

/** What acting on cases needs: also the texts of documents and messages. */
export interface ActingRules extends CaseRules {
  readonly release: ReleaseData;
  /** Address of the desk's page as people reach it; undefined when it is not set. */
  readonly pageUrl?: string | undefined;
}

/** The rules of the release in force; `pageUrl` as in `ActingRules`. */
export function rulesOf(
  release: ReleaseData & Pick<CaseRules, 'calendar'>,
  pageUrl: ActingRules['pageUrl'],
): ActingRules {
  return { regimes: release.base.regimes, calendar: release.calendar, release, pageUrl };
}

/** `executor` is an open transaction wherever something is written. */
export interface CaseContext extends ActingRules {
  readonly executor: Executor;
  readonly now: Date;
}
