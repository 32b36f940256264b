import { addDays, type Day, dayOf } from '../day.ts';
import { type ReckonedClock, reckonClocks, SYSTEM } from '../requests/index.ts';
import { type CaseClocks, readRunningClocks, writeDerived } from '../store/index.ts';
import { actOnLoaded } from './act-on-case.ts';
import type { CaseContext } from './case-context.ts';
import { holdCase } from './load-case.ts';

/** Cases looked at together. */
const PAGE = 500;
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

/** Brings a case in line with the calendar: an event for every date its requester was told, the rows for all. */
async function moveDates(context: CaseContext, number: string, moved: readonly MovedDate[]): Promise<void> {
  const held = await holdCase(context.executor, context.regimes, number);
  if (!held) return;
  let view = held.view;
  for (const { clock, before, after } of moved) {
    if (!TOLD.includes(clock)) continue;
    const command = { event: 'due_changed', fields: { clock, before, after }, actor: SYSTEM };
    const acted = await actOnLoaded(context, { ...held, view }, command);
    view = acted.view;
  }
  // Whoever writes an event writes the rows as well.
  if (view.version > held.view.version) return;
  await writeDerived(context.executor, number, view, reckonClocks(context.calendar, view.clocks), context.now);
}

/**
 * Reckons the running clocks of all cases anew, after a calendar arrived or changed. A date that moved becomes an event
 * of its case with the old and the new day, and a message to the requester; the rows follow. Doing it again changes
 * nothing. Within an open transaction.
 */
export async function reckonCases(context: CaseContext): Promise<readonly MovedDate[]> {
  const since = addDays(dayOf(context.now), -DAYS_BACK);
  const all: MovedDate[] = [];
  for (let after = ''; ; ) {
    const page = await readRunningClocks(context.executor, { since, after, limit: PAGE });
    for (const each of page) {
      const specs = each.clocks.map(({ clock }) => clock);
      const { any, moved } = compare(each, reckonClocks(context.calendar, specs));
      if (!any) continue;
      await moveDates(context, each.number, moved);
      all.push(...moved);
    }
    const last = page.at(-1);
    if (!last) return all;
    after = last.number;
  }
}
