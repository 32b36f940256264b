import type { Day } from '../../day.ts';
import { DeskError } from '../../errors.ts';
import type { EventRule, Regime, ShownState, StateRule } from '../../knowledge/schema/regime.ts';
import type { CaseView } from './case-view.ts';

/**
 * The regime a request follows by the day it was filed.
 * @throws DeskError KNOWLEDGE_INVALID when no table is on file for that day
 */
export function regimeOn(regimes: readonly Regime[], filedOn: Day): Regime {
  const found = regimes.find((regime) => regime.from <= filedOn && filedOn <= (regime.to ?? '9999-12-31'));
  if (found) return found;
  throw new DeskError('KNOWLEDGE_INVALID', `no table of states and events holds for a request filed on ${filedOn}`, {
    hint: 'Add a file under knowledge/<authority>/regime/ whose days cover it.',
  });
}

/** @throws DeskError KNOWLEDGE_INVALID when the table of that regime is gone */
export function regimeNamed(regimes: readonly Regime[], id: string): Regime {
  const found = regimes.find((regime) => regime.id === id);
  if (found) return found;
  throw new DeskError(
    'KNOWLEDGE_INVALID',
    `the table of regime ${id} is not among the knowledge, but cases follow it`,
    {
      hint: `Put knowledge/<authority>/regime/${id}.yaml back.`,
    },
  );
}

export function findEvent(regime: Regime, id: string): EventRule | undefined {
  return regime.events.find((event) => event.id === id);
}

export function findState(regime: Regime, id: string): StateRule | undefined {
  return regime.states.find((state) => state.id === id);
}

/** Whether an event may happen in a state. Nothing but a first event may happen to a case that does not exist yet. */
export function mayHappenIn(regime: Regime, event: EventRule, state: string): boolean {
  if (state === 'new') return Array.isArray(event.from) && event.from.includes('new');
  if (event.from === 'any') return true;
  if (event.from === 'open') return findState(regime, state)?.open ?? false;
  return event.from.includes(state);
}

/** Whether an event may be done on a day at all. */
export function isInForce(event: EventRule, day: Day): boolean {
  return (event.inForce.from ?? '') <= day && day <= (event.inForce.to ?? '9999-12-31');
}

/** Whether something may still be done about the request. */
export function isOpen(regime: Regime, view: Pick<CaseView, 'state'>): boolean {
  return findState(regime, view.state)?.open ?? false;
}

/** What the requester is told of where the case stands. */
export function shownState(regime: Regime, view: Pick<CaseView, 'state' | 'before'>): ShownState {
  const states = [...view.before, view.state].toReversed();
  for (const state of states) {
    const shown = findState(regime, state)?.shown;
    if (shown !== undefined && shown !== 'as_before') return shown;
  }
  return 'filed';
}
