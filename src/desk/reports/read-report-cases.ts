import { setImmediate } from 'node:timers/promises';
import type { Day } from '../../day.ts';
import type { Regime } from '../../knowledge/schema/regime.ts';
import { numberRow, type ReportCase, TABLE_THREE_ROWS } from '../../reports/index.ts';
import { type CaseEvent, type CaseView, regimeNamed, replay } from '../../requests/index.ts';
import { type Executor, readEventsOf, readRequestHeads } from '../../store/index.ts';
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

/** Requests read and replayed before others get their turn: some 20 milliseconds. */
const AT_ONCE = 100;

/** Every request as the annual report counts it, by what its log said at the end of a day. A year of them holds nobody up. */
export async function readReportCases(
  executor: Executor,
  regimes: readonly Regime[],
  asOf: Day,
): Promise<readonly ReportCase[]> {
  const heads = await readRequestHeads(executor);
  const cases: ReportCase[] = [];
  for (let start = 0; start < heads.length; start += AT_ONCE) {
    const page = heads.slice(start, start + AT_ONCE);
    const logs = await readEventsOf(
      executor,
      page.map(({ number }) => number),
    );
    for (const { number, applicant, regime: id } of page) {
      const regime = regimeNamed(regimes, id);
      const events = (logs.get(number) ?? []).filter(({ on }) => on <= asOf);
      const view = replay(regime, events);
      const kind = String(view.last.registered?.fields.applicantKind ?? (applicant === 'person' ? 'person' : 'other'));
      cases.push({
        number,
        applicant: Math.max(0, KINDS.indexOf(kind)),
        receivedOn: view.receivedOn,
        endedOn: findEnd(regime, view, events),
        row: findRow(regime, view),
        disputes: readDisputes(events),
      });
    }
    await setImmediate();
  }
  return cases;
}
