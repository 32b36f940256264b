import type { Day } from '../../day.ts';
import type { ClockEffect, Period, Regime } from '../../knowledge/schema/regime.ts';
import { type CaseEvent, dayIn, numberIn } from './case-event.ts';
import type { CaseView } from './case-view.ts';

/** How long a clock runs. */
export type Length =
  | { readonly unit: 'workdays' | 'days' | 'months'; readonly count: number }
  /** A day set by somebody. */
  | { readonly unit: 'until'; readonly day: Day };

/** Time that does not count: from the day after `after` to `to`, or to the end of the clock `during` while it is open. */
export interface ClockPause {
  readonly after: Day;
  readonly to: Day | null;
  readonly during: string;
}

/** A clock as the log leaves it. Its last day is reckoned with a calendar (`reckonClock`), never stored here. */
export interface CaseClock {
  /** Id in the regime's table; `consultation/2` where several may run. */
  readonly id: string;
  /** Not counted itself (民法典 art. 201). */
  readonly startOn: Day;
  readonly length: Length;
  /** Working days an extension added. */
  readonly added: number;
  readonly pauses: readonly ClockPause[];
  readonly stoppedOn: Day | null;
}

const ALWAYS = '9999-12-31';

function periodOn(periods: readonly Period[], day: Day): Period | undefined {
  return periods.find((period) => (period.from ?? '') <= day && day <= (period.to ?? ALWAYS));
}

/** How long a clock runs that starts on a day; undefined where the event that starts it says so. */
export function lengthOn(periods: readonly Period[], day: Day): Length | undefined {
  const period = periodOn(periods, day);
  if (!period || 'given' in period) return undefined;
  if ('days' in period) return { unit: 'days', count: period.days };
  return 'months' in period ? { unit: 'months', count: period.months } : { unit: 'workdays', count: period.workdays };
}

function lengthOf(regime: Regime, effect: ClockEffect, event: CaseEvent, startOn: Day): Length {
  const until = effect.until === undefined ? null : dayIn(event.fields, effect.until);
  if (until !== null) return { unit: 'until', day: until };
  const given = effect.for === undefined ? null : numberIn(event.fields, effect.for);
  if (given !== null) return { unit: 'workdays', count: given };
  const rule = regime.clocks.find((clock) => clock.id === effect.clock);
  return lengthOn(rule?.periods ?? [], startOn) ?? { unit: 'workdays', count: 0 };
}

/** Id of the clock an event means: numbered where several may run. */
export function clockIdOf(regime: Regime, rule: string, number: number): string {
  return regime.clocks.find((clock) => clock.id === rule)?.many ? `${rule}/${number}` : rule;
}

function change(clocks: readonly CaseClock[], id: string, make: (clock: CaseClock) => CaseClock): CaseClock[] {
  return clocks.map((clock) => (clock.id === id && clock.stoppedOn === null ? make(clock) : clock));
}

/** The clocks after one effect of an event. `number` is the consultation the event is about. */
export function applyClockEffect(
  regime: Regime,
  clocks: readonly CaseClock[],
  effect: ClockEffect,
  event: CaseEvent,
  number: number,
): readonly CaseClock[] {
  const day = (effect.on === undefined ? null : dayIn(event.fields, effect.on)) ?? event.on;
  const id = clockIdOf(regime, effect.clock, number);
  const during = effect.during === undefined ? '' : clockIdOf(regime, effect.during, number);
  switch (effect.do) {
    case 'start':
    case 'restart': {
      const length = lengthOf(regime, effect, event, day);
      const started: CaseClock = { id, startOn: day, length, added: 0, pauses: [], stoppedOn: null };
      return [...clocks.filter((clock) => clock.id !== id), started];
    }
    case 'pause':
      return change(clocks, id, (clock) => ({ ...clock, pauses: [...clock.pauses, { after: day, to: null, during }] }));
    case 'resume': {
      const close = (pause: ClockPause) =>
        pause.to === null && pause.during === during ? { ...pause, to: day } : pause;
      return change(clocks, id, (clock) => ({ ...clock, pauses: clock.pauses.map(close) }));
    }
    case 'extend': {
      const days = effect.for === undefined ? 0 : (numberIn(event.fields, effect.for) ?? 0);
      return change(clocks, id, (clock) => ({ ...clock, added: clock.added + days }));
    }
    case 'set':
      return change(clocks, id, (clock) => ({ ...clock, length: lengthOf(regime, effect, event, day), added: 0 }));
    case 'stop':
      return effect.clock === 'all'
        ? clocks.map((clock) => (clock.stoppedOn === null ? { ...clock, stoppedOn: day } : clock))
        : change(clocks, id, (clock) => ({ ...clock, stoppedOn: day }));
  }
}

/** Whether a refusal must go to reconsideration before the court (行政复议法 2023 art. 23, since 2024-01-01). */
export function isReconsiderationFirst(regime: Regime, view: CaseView, day: Day): boolean {
  const outcome = regime.outcomes.find((each) => each.code === view.outcome);
  const since = regime.reconsiderationFirst?.from;
  return outcome?.remedy === 'refusal' && since !== undefined && day >= since;
}

/** Whether an effect's own condition holds; judged from the log alone. */
export function effectApplies(regime: Regime, view: CaseView, effect: ClockEffect, event: CaseEvent): boolean {
  switch (effect.when) {
    case undefined:
      return true;
    case 'court_direct':
      return !isReconsiderationFirst(regime, view, dayIn(event.fields, effect.on ?? '') ?? event.on);
    case 'reconsideration_decided':
      return event.fields.remedy === 'reconsideration';
  }
}
