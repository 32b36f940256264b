import { DeskError } from '../../errors.ts';
import type { EventRule, Regime } from '../../knowledge/schema/regime.ts';
import { applyClockEffect, effectApplies } from './case-clock.ts';
import { type CaseEvent, dayIn, numberIn, textOf } from './case-event.ts';
import { type CaseView, type Consultation, emptyCase } from './case-view.ts';
import { findEvent } from './find-rule.ts';

function nextState(view: CaseView, rule: EventRule): string {
  if (rule.to === 'same') return view.state;
  return rule.to === 'back' ? (view.before.at(-1) ?? view.state) : rule.to;
}

function settle(view: CaseView, event: CaseEvent, settled: Pick<Consultation, 'settledOn' | 'answer'>) {
  const number = numberIn(event.fields, 'consultation');
  return view.consultations.map((each) => (each.number === number ? { ...each, ...settled } : each));
}

/** The consultations after an event: one begins, is answered, or lapses. */
function applyToConsultations(view: CaseView, event: CaseEvent): readonly Consultation[] {
  const { fields } = event;
  switch (event.kind) {
    case 'consulted': {
      const sentOn = dayIn(fields, 'sentOn') ?? event.on;
      const number = view.consultations.length + 1;
      const begun = { number, of: textOf(fields, 'of') ?? '', sentOn, settledOn: null, answer: null };
      return [...view.consultations, begun];
    }
    case 'consultation_answered':
      return settle(view, event, { settledOn: dayIn(fields, 'answeredOn'), answer: textOf(fields, 'answer') });
    case 'consultation_lapsed':
      return settle(view, event, { settledOn: dayIn(fields, 'lastDay'), answer: 'lapsed' });
    default:
      return view.consultations;
  }
}

/** What the fields of some events say about the case itself. */
function readFacts(view: CaseView, rule: EventRule, event: CaseEvent): Partial<CaseView> {
  const { fields } = event;
  switch (event.kind) {
    case 'filed':
      return { filedOn: event.on };
    case 'entered':
      return { filedOn: dayIn(fields, 'filedOn') ?? event.on, way: textOf(fields, 'way') ?? view.way };
    case 'received':
      return { receivedOn: dayIn(fields, 'receivedOn') ?? event.on };
    case 'assigned':
      return { unit: textOf(fields, 'unit') };
    case 'assignment_returned':
      return { unit: null };
    case 'drafted':
      return { outcome: textOf(fields, 'outcome') };
    case 'delivered':
      return { answeredOn: dayIn(fields, 'deliveredOn') ?? event.on };
    default:
      return rule.outcome === undefined ? {} : { outcome: rule.outcome };
  }
}

/**
 * The case after one more event. It does not ask whether the event was allowed: the log holds what happened.
 * @throws DeskError KNOWLEDGE_INVALID when the table has no such event
 */
export function applyEvent(regime: Regime, view: CaseView, event: CaseEvent): CaseView {
  const rule = findEvent(regime, event.kind);
  if (!rule) {
    throw new DeskError('KNOWLEDGE_INVALID', `the table of regime ${regime.id} has no event ${event.kind}`, {
      hint: 'Events in use cannot be renamed or removed: put it back.',
    });
  }
  const state = nextState(view, rule);
  const consultations = applyToConsultations(view, event);
  const number = numberIn(event.fields, 'consultation') ?? consultations.length;
  const marks = Object.fromEntries(rule.marks.map((mark) => [mark, event.by]));
  const moved: CaseView = {
    ...view,
    ...readFacts(view, rule, event),
    ...marks,
    state,
    before: state === view.state || view.state === 'new' ? view.before : [...view.before, view.state],
    version: event.seq,
    consultations,
    last: { ...view.last, [event.kind]: event },
  };
  const clocks = rule.clock
    .filter((effect) => effectApplies(regime, moved, effect, event))
    .reduce((running, effect) => applyClockEffect(regime, running, effect, event, number), view.clocks);
  return { ...moved, clocks };
}

/** How a case stands after its whole log. Pure: the same log always gives the same case. */
export function replay(regime: Regime, events: readonly CaseEvent[]): CaseView {
  return events.reduce((view, event) => applyEvent(regime, view, event), emptyCase(regime.id));
}
