import type { Day } from '../../day.ts';
import type { CaseClock } from './case-clock.ts';
import type { CaseEvent } from './case-event.ts';

/** One asking of a third party or another authority (711号令 art. 32, 34). */
export interface Consultation {
  /** 1 for the first of a case. */
  readonly number: number;
  readonly of: string;
  readonly sentOn: Day;
  /** Day it was answered or lapsed; null while it is open. */
  readonly settledOn: Day | null;
  /** `agrees`, `objects`, or `lapsed`. */
  readonly answer: string | null;
}

/** How a case stands: all of it follows from its log and the table of its regime. */
export interface CaseView {
  /** Id of the regime, the year of the regulation. */
  readonly regime: string;
  /** `new` before the first event. */
  readonly state: string;
  /** States it was in before, oldest first, each change of state once. */
  readonly before: readonly string[];
  /** Number of the last event. */
  readonly version: number;
  readonly filedOn: Day | null;
  /** How it came: `internet`, `in_person`, `oral`, `telephone`, `signed_mail`, `plain_mail`, `fax`. */
  readonly way: string;
  readonly receivedOn: Day | null;
  /** Day the answer went out. */
  readonly answeredOn: Day | null;
  readonly owner: string | null;
  readonly proposer: string | null;
  readonly drafter: string | null;
  /** Unit it is assigned to. */
  readonly unit: string | null;
  /** Outcome of the latest draft, or of the way it ended without an answer. */
  readonly outcome: string | null;
  readonly consultations: readonly Consultation[];
  readonly clocks: readonly CaseClock[];
  /** The latest event of each kind, by kind. */
  readonly last: Readonly<Record<string, CaseEvent>>;
}

/** A case before its first event. */
export function emptyCase(regime: string): CaseView {
  return {
    regime,
    state: 'new',
    before: [],
    version: 0,
    filedOn: null,
    way: 'internet',
    receivedOn: null,
    answeredOn: null,
    owner: null,
    proposer: null,
    drafter: null,
    unit: null,
    outcome: null,
    consultations: [],
    clocks: [],
    last: {},
  };
}
