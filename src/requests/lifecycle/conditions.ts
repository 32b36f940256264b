import type { Day } from '../../day.ts';
import type { Condition, Regime } from '../../knowledge/schema/regime.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { computeFee } from '../fee/compute-fee.ts';
import { type Actor, dayIn, type Fields, numberIn, textOf } from './case-event.ts';
import type { CaseView, Consultation } from './case-view.ts';
import { reckonNamed } from './reckon-clock.ts';

/** What a condition is judged on: the case before the event, what was filled in, who acts and when. */
export interface Judged {
  readonly regime: Regime;
  readonly view: CaseView;
  readonly fields: Fields;
  readonly actor: Actor;
  readonly today: Day;
  readonly calendar: WorkCalendar;
}

function dueOf({ calendar, view }: Judged, clock: string): Day | undefined {
  return reckonNamed(calendar, view.clocks, clock)?.due;
}

function isOver(judged: Judged, clock: string): boolean {
  const due = dueOf(judged, clock);
  return due !== undefined && due < judged.today;
}

function isWithin(judged: Judged, clock: string): boolean {
  const due = dueOf(judged, clock);
  return due !== undefined && judged.today <= due;
}

/** 711号令 art. 31: the day of receipt by how the request came. */
function fitsChannel({ view, fields }: Judged): boolean {
  switch (view.way) {
    case 'in_person':
    case 'oral':
      return dayIn(fields, 'receivedOn') === view.filedOn;
    case 'signed_mail':
      return true;
    // Plain mail, internet, fax and telephone: the day both sides confirmed, and how they did.
    default:
      return textOf(fields, 'confirmation') !== null;
  }
}

function askedFor({ view, fields }: Judged): Consultation | undefined {
  return view.consultations.find((each) => each.number === numberIn(fields, 'consultation'));
}

/** An open consultation, and no day before its letter went out. */
function isConsultationOpen(judged: Judged): boolean {
  const asked = askedFor(judged);
  if (!asked || asked.settledOn !== null) return false;
  const days = ['answeredOn', 'deliveredOn'].flatMap((name) => dayIn(judged.fields, name) ?? []);
  return days.every((day) => day >= asked.sentOn);
}

function isComplete({ regime, fields }: Judged): boolean {
  const outcome = regime.outcomes.find((each) => each.code === fields.outcome);
  return outcome?.needs.every((name) => fields[name] !== undefined) ?? false;
}

function isCleared({ view: { last } }: Judged): boolean {
  return (last.secrecy_cleared?.seq ?? 0) > (last.drafted?.seq ?? Number.POSITIVE_INFINITY);
}

function isFeeDue({ fields }: Judged): boolean {
  return computeFee(fields.standard === 'item' ? 'item' : 'volume', numberIn(fields, 'count') ?? 0).amount > 0;
}

function fitsAnswer(judged: Judged): boolean {
  const [by, due] = [dayIn(judged.fields, 'returnBy'), dueOf(judged, 'statutory')];
  return by !== null && due !== undefined && by <= due;
}

function isLater(judged: Judged): boolean {
  const [day, due] = [dayIn(judged.fields, 'dueOn'), dueOf(judged, 'statutory')];
  return day !== null && due !== undefined && day > due;
}

function isExtended({ view }: Judged): boolean {
  return (view.clocks.find((clock) => clock.id === 'statutory')?.added ?? 0) > 0;
}

const CONDITIONS: Readonly<Record<Condition, (judged: Judged) => boolean>> = {
  receipt_fits_channel: fitsChannel,
  not_yet_clarified: ({ view }) => view.last.clarification_asked === undefined,
  within_clarification_notice: (judged) => isWithin(judged, 'clarification_notice'),
  clarification_overdue: (judged) => isOver(judged, 'clarification_answer'),
  reasons_given: ({ view }) => view.last.reasons_given !== undefined,
  reasons_overdue: (judged) => isOver(judged, 'reasons'),
  fee_overdue: (judged) => isOver(judged, 'fee_payment'),
  fee_is_due: isFeeDue,
  not_own_proposal: ({ view, actor }) => view.proposer !== actor.id,
  not_own_draft: ({ view, actor }) => view.drafter !== actor.id,
  own_unit: ({ view, actor }) => view.unit !== null && view.unit === actor.unit,
  unit_date_fits: fitsAnswer,
  extension_not_used: (judged) => !isExtended(judged),
  within_answer_period: (judged) => isWithin(judged, 'statutory'),
  later_than_due: isLater,
  consultation_open: isConsultationOpen,
  consultation_overdue: (judged) => isOver(judged, `consultation/${numberIn(judged.fields, 'consultation')}`),
  consultations_settled: ({ view }) => view.consultations.every((each) => each.settledOn !== null),
  outcome_complete: isComplete,
  secrecy_cleared: isCleared,
  escalation_due: (judged) => {
    const due = dueOf(judged, 'escalation');
    return due !== undefined && due <= judged.today;
  },
  referred_elsewhere: ({ view }) => view.last.drafted?.fields.authority !== undefined,
  not_yet_readdressed: ({ view }) => view.last.readdressed === undefined,
};

/** Conditions that depend on what is filled in: they say nothing about whether an event may be offered. */
export const ON_FIELDS: ReadonlySet<Condition> = new Set([
  'receipt_fits_channel',
  'fee_is_due',
  'unit_date_fits',
  'later_than_due',
  'consultation_open',
  'consultation_overdue',
  'outcome_complete',
]);

/** The first of the conditions that does not hold. */
export function findUnmet(conditions: readonly Condition[], judged: Judged): Condition | undefined {
  return conditions.find((condition) => !CONDITIONS[condition](judged));
}
