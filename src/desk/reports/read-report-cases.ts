import type { Day } from '../../day.ts';
import type { Regime } from '../../knowledge/schema/regime.ts';
import { numberRow, type ReportCase, TABLE_THREE_ROWS } from '../../reports/index.ts';
import { type CaseEvent, type CaseView, regimeNamed, replay } from '../../requests/index.ts';
import { type Executor, readAllRequestEvents, readRequestHeads } from '../../store/index.ts';
import { readDisputes } from './read-disputes.ts';

/** Kinds of requester of the regime's field `applicantKind`, in the order of the columns of table 三. */
const KINDS = ['person', 'business', 'research', 'welfare', 'legal_service', 'other'];
/** Where an end is counted that the form knows no row for: 其他处理 3.其他. */
const ELSEWHERE = 'other-other';

const ROW_IDS: ReadonlyMap<string, string> = new Map(
  TABLE_THREE_ROWS.flatMap(({ id, label }) => {
    const number = numberRow(label);
    return number === undefined ? [] : [[number, id] as const];
  }),
);

/** Row of table 三 for how a case ended, as its regime's outcomes say. */
function findRow(regime: Regime, { outcome, last }: CaseView): string {
  const rule = regime.outcomes.find(({ code }) => code === outcome);
  const ground = String(last.drafted?.fields.ground ?? '');
  return ROW_IDS.get(rule?.rows?.[ground] ?? rule?.row ?? '') ?? ELSEWHERE;
}

/** Day the answer was delivered, or of the event that ended the case without one. */
function findEnd(regime: Regime, view: CaseView, events: readonly CaseEvent[]): Day | null {
  if (view.answeredOn) return view.answeredOn;
  const ending = new Set(regime.events.filter(({ outcome }) => outcome !== undefined).map(({ id }) => id));
  return events.findLast(({ kind }) => ending.has(kind))?.on ?? null;
}

/** Every request as the annual report counts it, by what its log said at the end of a day. */
export async function readReportCases(
  executor: Executor,
  regimes: readonly Regime[],
  asOf: Day,
): Promise<readonly ReportCase[]> {
  const [heads, logs] = [await readRequestHeads(executor), await readAllRequestEvents(executor)];
  return heads.map(({ number, applicant, regime: id }) => {
    const regime = regimeNamed(regimes, id);
    const events = (logs.get(number) ?? []).filter(({ on }) => on <= asOf);
    const view = replay(regime, events);
    const kind = String(view.last.registered?.fields.applicantKind ?? (applicant === 'person' ? 'person' : 'other'));
    return {
      number,
      applicant: Math.max(0, KINDS.indexOf(kind)),
      receivedOn: view.receivedOn,
      endedOn: findEnd(regime, view, events),
      row: findRow(regime, view),
      disputes: readDisputes(events),
    };
  });
}
