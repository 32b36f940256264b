import { addDays, type Day, dayOf } from '../day.ts';
import { type ReckonedClock, reckonClocks, SYSTEM } from '../requests/index.ts';
import {
  type CaseClocks,
  type Executor,
  readClocksOf,
  readRunningClocks,
  type Store,
  setTimer,
  type Timer,
  writeDerived,
} from '../store/index.ts';
import { actOnLoaded } from './act-on-case.ts';
import type { ActingRules, CaseContext } from './case-context.ts';
import { holdCases, type LoadedCase } from './load-case.ts';
import { moveReminder } from './remind.ts';

/** Cases reckoned in one transaction: it holds up whoever writes for some tens of milliseconds when all of them move. */
const PAGE = 100;
/** A clock that ended longer ago is past mending by a holiday notice. */
const DAYS_BACK = 60;
/** Clocks whose day the requester was told. Others are reckoned anew without a word. */
const TOLD: readonly string[] = [
  'statutory',
  'clarification_answer',
  'reasons',
  'fee_payment',
  'reconsideration',
  'court',
  'court_after_reconsideration',
];

/** A date that moved. */
export interface MovedDate {
  readonly number: string;
  readonly clock: string;
  readonly before: Day;
  readonly after: Day;
}

interface Differing {
  readonly moved: readonly MovedDate[];
  /** Whether anything at all is stored differently: a date, or that it is provisional. */
  readonly any: boolean;
}

function compare({ number, clocks }: CaseClocks, reckoned: readonly ReckonedClock[]): Differing {
  const differing = clocks.flatMap((stored, index) => {
    const now = reckoned[index];
    if (!now || now.stoppedOn !== null) return [];
    return now.due === stored.due && now.provisional === stored.provisional ? [] : [{ stored, now }];
  });
  return {
    any: differing.length > 0,
    moved: differing
      .filter(({ stored, now }) => stored.due !== now.due)
      .map(({ stored, now }) => ({ number, clock: now.id, before: stored.due, after: now.due })),
  };
}

function findDiffering({ calendar }: CaseContext, cases: readonly CaseClocks[]): readonly (Differing & CaseClocks)[] {
  return cases.flatMap((each) => {
    const specs = each.clocks.map(({ clock }) => clock);
    const differing = compare(each, reckonClocks(calendar, specs));
    return differing.any ? [{ ...each, ...differing }] : [];
  });
}

/** Brings a case in line with the calendar: an event for every date its requester was told, the rows for all. */
async function moveDates(context: CaseContext, held: LoadedCase, moved: readonly MovedDate[]): Promise<void> {
  const { executor, calendar, now } = context;
  let view = held.view;
  for (const { clock, before, after } of moved) {
    if (!TOLD.includes(clock)) continue;
    const command = { event: 'due_changed', fields: { clock, before, after }, actor: SYSTEM };
    view = (await actOnLoaded(context, { ...held, view }, command)).view;
  }
  // What the requester has to do may be due earlier now, and so is the word that reminds them.
  if (moved.length > 0) await moveReminder(context, held.request, view);
  // Whoever writes an event writes the rows as well.
  if (view.version > held.view.version) return;
  await writeDerived(executor, held.request.number, view, reckonClocks(calendar, view.clocks), now);
}

interface ReckonedPage {
  readonly moved: readonly MovedDate[];
  /** Number of the last case looked at; undefined when there are no more. */
  readonly last: string | undefined;
}

/** The next cases after a number whose clocks run or ended not long ago. */
function readNext({ executor, now }: Pick<CaseContext, 'executor' | 'now'>, after: string, limit: number) {
  return readRunningClocks(executor, { since: addDays(dayOf(now), -DAYS_BACK), after, limit });
}

/** The next cases after a number, within an open transaction. */
async function reckonPage(context: CaseContext, after: string, limit = PAGE): Promise<ReckonedPage> {
  const { executor, regimes } = context;
  const page = await readNext(context, after, limit);
  const looked = findDiffering(context, page).map(({ number }) => number);
  const held = await holdCases(executor, regimes, looked);
  // Looked at again now that nobody else changes them.
  const differing = findDiffering(context, await readClocksOf(executor, looked));
  for (const { number, moved } of differing) {
    const loaded = held.get(number);
    if (loaded) await moveDates(context, loaded, moved);
  }
  return { moved: differing.flatMap(({ moved }) => moved), last: page.at(-1)?.number };
}

/**
 * Reckons the running clocks of all cases anew, after a calendar arrived or changed: a hundred cases in a transaction,
 * in the order of their numbers. A date that moved becomes an event of its case with the old and the new day, and a
 * message to the requester; the rows follow. Doing it again changes nothing; cut off, the rest is done by the next.
 */
export async function reckonCases(store: Store, rules: ActingRules, now: Date): Promise<readonly MovedDate[]> {
  const all: MovedDate[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const page: ReckonedPage = await store.transaction((executor) => reckonPage({ ...rules, executor, now }, from));
    all.push(...page.moved);
    after = page.last;
  }
  return all;
}

/** Kind of the timers that reckon; their subject is the number of the last case done. */
export const RECKON = 'reckon';

/** Begins to reckon all cases, a timer's worth at a time. */
export async function startReckoning(executor: Executor, now: Date): Promise<void> {
  await setTimer(executor, { kind: RECKON, subject: '' }, now);
}

/** A case that could not be reckoned so often by itself is left as it stands, or all behind it would wait for it. */
const TRIES = 4;

export interface ReckoningOptions {
  /** Cases in a transaction. */
  readonly limit?: number;
  /** Told the number of a case that cannot be reckoned: `./desk requests check` says what is wrong with it. */
  readonly onLeftOut: (number: string) => void;
}

/**
 * What the timer does: the next cases and the timer for those after them. Where they fail together they are reckoned one
 * by one until the one at fault is found, which is left out.
 */
export function createReckoning(
  rules: () => ActingRules,
  { limit = PAGE, onLeftOut }: ReckoningOptions,
): (executor: Executor, timer: Timer, now: Date) => Promise<Date | null> {
  async function leaveOut(executor: Executor, after: string, now: Date): Promise<string | undefined> {
    const [left] = await readNext({ executor, now }, after, 1);
    if (left) onLeftOut(left.number);
    return left?.number;
  }
  return async (executor, { subject, failures }, now) => {
    const last =
      failures < TRIES
        ? (await reckonPage({ ...rules(), executor, now }, subject, failures > 0 ? 1 : limit)).last
        : await leaveOut(executor, subject, now);
    if (last !== undefined) await setTimer(executor, { kind: RECKON, subject: last }, now);
    return null;
  };
}
