/**
 * Who may do what, in which state, written down by hand from the regulation and the office's order of work: the tables
 * under `knowledge/` are held against this, never the other way round. Everything that is not listed must be refused.
 */
export interface Cell {
  readonly event: string;
  readonly roles: string;
  readonly states: string;
  /** `other`: never on one's own work. `own`: only on what is assigned to one's unit. Left out: both. */
  readonly only?: 'own' | 'other';
}

/** Before the answer is out. */
const OPEN =
  'filed received registered clarifying reasons_asked proposed approved assigned replied awaiting_fee drafting drafted cleared signed sealed';
const DONE = 'delivered closed withdrawn abandoned archived';
/** Of a case that stands for an application to another authority; the regulation of 2007 opens none. */
const ELSEWHERE = 'elsewhere handed_in_elsewhere';
/** While somebody thinks about the answer. */
const ASKING = 'registered approved assigned replied drafting';

export const CELLS_2019: readonly Cell[] = [
  { event: 'filed', roles: 'requester', states: 'new' },
  { event: 'entered', roles: 'registrar handler', states: 'new' },
  { event: 'received', roles: 'registrar', states: 'filed' },
  { event: 'registered', roles: 'registrar', states: 'received' },
  { event: 'taken', roles: 'registrar handler', states: OPEN },
  { event: 'clarification_asked', roles: 'registrar handler', states: 'registered' },
  { event: 'clarified', roles: 'requester registrar', states: 'clarifying' },
  { event: 'clarification_missed', roles: 'registrar handler', states: 'clarifying' },
  { event: 'reasons_asked', roles: 'handler', states: 'registered approved assigned replied' },
  { event: 'reasons_given', roles: 'requester registrar', states: 'reasons_asked' },
  { event: 'reasons_missed', roles: 'registrar handler', states: 'reasons_asked' },
  { event: 'delayed', roles: 'approver', states: ASKING },
  { event: 'fee_noticed', roles: 'approver', states: 'registered approved assigned replied' },
  { event: 'fee_paid', roles: 'registrar', states: 'awaiting_fee' },
  { event: 'fee_missed', roles: 'registrar handler', states: 'awaiting_fee' },
  { event: 'proposed', roles: 'handler', states: 'registered' },
  { event: 'proposal_returned', roles: 'approver', states: 'proposed' },
  { event: 'proposal_approved', roles: 'approver', states: 'proposed', only: 'other' },
  { event: 'assigned', roles: 'registrar handler', states: 'approved' },
  { event: 'assignment_returned', roles: 'unit_head', states: 'assigned', only: 'own' },
  { event: 'unit_replied', roles: 'unit_head', states: 'assigned', only: 'own' },
  { event: 'consulted', roles: 'handler', states: ASKING },
  { event: 'consultation_delivered', roles: 'registrar handler', states: ASKING },
  { event: 'consultation_answered', roles: 'registrar handler', states: ASKING },
  { event: 'consultation_lapsed', roles: 'registrar handler system', states: ASKING },
  { event: 'extended', roles: 'approver', states: `${ASKING} proposed drafted cleared signed` },
  { event: 'drafted', roles: 'handler', states: 'approved replied drafting' },
  { event: 'secrecy_cleared', roles: 'secrecy_reviewer', states: 'drafted', only: 'other' },
  { event: 'secrecy_refused', roles: 'secrecy_reviewer', states: 'drafted', only: 'other' },
  { event: 'notice_approved', roles: 'approver', states: 'cleared', only: 'other' },
  { event: 'notice_returned', roles: 'approver', states: 'cleared' },
  { event: 'sealed', roles: 'registrar', states: 'signed' },
  { event: 'delivered', roles: 'registrar handler', states: 'sealed' },
  { event: 'third_party_told', roles: 'handler', states: 'signed sealed delivered' },
  { event: 'readdressed', roles: 'requester registrar', states: 'delivered closed' },
  { event: 'carried_over', roles: 'requester registrar', states: 'new' },
  { event: 'handed_in', roles: 'registrar', states: 'elsewhere' },
  { event: 'closed', roles: 'registrar handler', states: 'delivered' },
  { event: 'archived', roles: 'registrar', states: 'closed withdrawn abandoned' },
  { event: 'remedy_lodged', roles: 'registrar handler', states: 'delivered closed archived abandoned' },
  { event: 'remedy_decided', roles: 'registrar handler', states: 'delivered closed archived abandoned' },
  { event: 'supplemented', roles: 'requester registrar', states: OPEN },
  { event: 'withdrawn', roles: 'requester registrar', states: OPEN },
  { event: 'call_noted', roles: 'registrar handler unit_head approver', states: `${OPEN} ${DONE} ${ELSEWHERE}` },
  { event: 'linked', roles: 'registrar handler', states: `${OPEN} ${DONE} ${ELSEWHERE}` },
  { event: 'due_changed', roles: 'system', states: `${OPEN} ${DONE} ${ELSEWHERE}` },
  { event: 'escalated', roles: 'system', states: OPEN },
];

/** What the regulation of 2007 does not know: fees of the later kind, reasons, a day put off for them. */
const LATER = new Set([
  'reasons_asked',
  'reasons_given',
  'reasons_missed',
  'delayed',
  'fee_noticed',
  'fee_paid',
  'fee_missed',
  'carried_over',
  'handed_in',
]);
const LATER_STATES = new Set(['reasons_asked', 'awaiting_fee', ...ELSEWHERE.split(' ')]);
const without = (states: string) =>
  states
    .split(' ')
    .filter((state) => !LATER_STATES.has(state))
    .join(' ');

export const CELLS_2007: readonly Cell[] = CELLS_2019.filter(({ event }) => !LATER.has(event)).map((cell) => ({
  ...cell,
  states: without(cell.states),
}));
