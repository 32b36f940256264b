import type { Day } from '../../day.ts';
import type { EventRule, Regime } from '../../knowledge/schema/regime.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { computeFee } from '../fee/compute-fee.ts';
import type { Actor, CaseEvent, Fields } from './case-event.ts';
import type { CaseView } from './case-view.ts';
import { findUnmet, type Judged } from './conditions.ts';
import { findEvent, isInForce, mayHappenIn } from './find-rule.ts';
import { readFields } from './read-fields.ts';
import { type ReckonedClock, reckonClocks, reckonNamed } from './reckon-clock.ts';
import type { Refusal } from './refusal.ts';
import { applyEvent } from './replay.ts';

/** What somebody wants to do. Fields are as they were filled in; they are read and checked here. */
export interface Command {
  readonly event: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** The circumstances of a decision. */
export interface Circumstances {
  readonly calendar: WorkCalendar;
  /** Civil day in China. */
  readonly today: Day;
  readonly actor: Actor;
}

/** A clock whose last day an event moved, started or stopped. */
export interface ClockChange {
  readonly id: string;
  readonly before: Day | null;
  readonly after: Day;
  readonly stopped: boolean;
}

/** A text owed to somebody: `say` is a key of `messages/…/notice.yaml`. */
export interface OwedMessage {
  readonly to: EventRule['messages'][number]['to'];
  readonly say: string;
}

/** What is to be stored and done when a command is allowed. */
export interface Decision {
  readonly rule: EventRule;
  readonly event: CaseEvent;
  /** The case after the event. */
  readonly view: CaseView;
  readonly clocks: readonly ReckonedClock[];
  readonly clockChanges: readonly ClockChange[];
  /** Names of the documents to make. */
  readonly documents: readonly string[];
  readonly messages: readonly OwedMessage[];
}

/** Facts an event has that nobody fills in: the fee as reckoned, the last day of a consultation that lapses. */
function addFacts(rule: EventRule, { calendar, view, fields }: Judged): Fields {
  const added: Record<string, string | number> = {};
  const { standard, count, consultation } = fields;
  if (rule.when.includes('fee_is_due') && typeof count === 'number')
    added.amount = computeFee(standard === 'item' ? 'item' : 'volume', count).amount;
  if (rule.clock.some((effect) => effect.on === 'lastDay')) {
    const lapsed = reckonNamed(calendar, view.clocks, `consultation/${consultation}`);
    if (lapsed) added.lastDay = lapsed.due;
  }
  return { ...fields, ...added };
}

function compareClocks(before: readonly ReckonedClock[], after: readonly ReckonedClock[]): ClockChange[] {
  const known = new Map(before.map((clock) => [clock.id, clock]));
  return after.flatMap((clock) => {
    const old = known.get(clock.id);
    if (old && old.due === clock.due && old.stoppedOn === clock.stoppedOn) return [];
    return [{ id: clock.id, before: old?.due ?? null, after: clock.due, stopped: clock.stoppedOn !== null }];
  });
}

/** The role in which an actor may do something; undefined when none of theirs may. */
export function roleFor(rule: EventRule, actor: Actor): Actor['roles'][number] | undefined {
  return rule.by.find((role) => actor.roles.includes(role));
}

function listDocuments(rule: EventRule, fields: Fields): string[] {
  return rule.documents.flatMap((each) => {
    if (typeof each === 'string') return [each];
    return fields[each.field] === each.is ? [each.make] : [];
  });
}

/**
 * Decides whether something may be done to a case, and what follows from it. Pure: nothing is stored, nobody is told.
 * The first reason against it comes back: no such event, not the role, not the state, the fields, a condition.
 */
export function decide(
  regime: Regime,
  view: CaseView,
  command: Command,
  { calendar, today, actor }: Circumstances,
): { readonly decision: Decision } | { readonly refusal: Refusal } {
  const event = command.event;
  const rule = findEvent(regime, event);
  if (!rule) return { refusal: { code: 'unknown_event', event } };
  if (!isInForce(rule, today)) return { refusal: { code: 'not_in_force', event } };
  const role = roleFor(rule, actor);
  if (role === undefined) return { refusal: { code: 'not_your_role', event, by: rule.by } };
  if (!mayHappenIn(regime, rule, view.state)) return { refusal: { code: 'wrong_state', event, state: view.state } };
  const read = readFields(regime, rule, command.fields ?? {}, view, today);
  if ('faults' in read) return { refusal: { code: 'fields', event, faults: read.faults } };
  const judged: Judged = { regime, view, fields: read.fields, actor, today, calendar };
  const condition = findUnmet(rule.when, judged);
  if (condition !== undefined) return { refusal: { code: 'condition', event, condition } };
  const happened: CaseEvent = {
    seq: view.version + 1,
    kind: event,
    on: today,
    by: actor.id,
    role,
    fields: addFacts(rule, judged),
  };
  const next = applyEvent(regime, view, happened);
  const clocks = reckonClocks(calendar, next.clocks);
  return {
    decision: {
      rule,
      event: happened,
      view: next,
      clocks,
      clockChanges: compareClocks(reckonClocks(calendar, view.clocks), clocks),
      documents: listDocuments(rule, happened.fields),
      messages: rule.messages,
    },
  };
}
