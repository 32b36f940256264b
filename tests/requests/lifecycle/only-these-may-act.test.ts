import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/day.ts';
import { STATES } from '../../../src/desk/rights/index.ts';
import { ACTOR_ROLES, type Regime } from '../../../src/knowledge/schema/regime.ts';
import { decide } from '../../../src/requests/index.ts';
import type { CaseClock } from '../../../src/requests/lifecycle/case-clock.ts';
import type { CaseEvent } from '../../../src/requests/lifecycle/case-event.ts';
import { type CaseView, emptyCase } from '../../../src/requests/lifecycle/case-view.ts';
import { CELLS_2007, CELLS_2019, type Cell } from './cells.ts';
import { calendar, NEW, OLD } from './shipped-regimes.ts';

const day = (text: string) => text as Day;

function clock(id: string, startOn: string, count: number): CaseClock {
  return { id, startOn: day(startOn), length: { unit: 'workdays', count }, added: 0, pauses: [], stoppedOn: null };
}

function event(kind: string, seq: number, fields: CaseEvent['fields'] = {}): CaseEvent {
  return { kind, seq, on: day('2026-06-01'), by: 'somebody', role: 'handler', fields };
}

/** A case in which every condition that hangs on dates and earlier events holds, so that only who and where decide. */
function favourable(regime: Regime, state: string, kind: string): CaseView {
  if (state === 'new') return emptyCase(regime.id);
  const consultation = { number: 1, of: 'third_party', sentOn: day('2026-05-06'), settledOn: null, answer: null };
  return {
    ...emptyCase(regime.id),
    state,
    before: ['registered'],
    version: 20,
    filedOn: day('2026-05-06'),
    way: 'internet',
    proposer: 'self',
    drafter: 'self',
    unit: '接访处',
    consultations: kind === 'drafted' ? [] : [consultation],
    clocks: [
      clock('statutory', '2026-06-15', 20),
      clock('clarification_notice', '2026-06-15', 7),
      clock('clarification_answer', '2026-05-06', 5),
      clock('reasons', '2026-05-06', 5),
      clock('fee_payment', '2026-05-06', 5),
      clock('escalation', '2026-05-06', 5),
      clock('consultation/1', '2026-05-06', 15),
    ],
    last: {
      reasons_given: event('reasons_given', 3),
      drafted: event('drafted', 10, { outcome: 'A5', authority: '沈阳市教育局' }),
      secrecy_cleared: event('secrecy_cleared', 11),
    },
  };
}

/** What is filled in for each event, complete and sound. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  entered: { way: 'oral', filedOn: '2026-06-15' },
  received: { receivedOn: '2026-06-15', confirmation: '电话确认' },
  registered: { applicantKind: 'person' },
  clarification_asked: { unclear: '年份', supply: '写明年份', period: 15 },
  clarified: { text: '2017年' },
  clarification_missed: { reason: '多次联系，没有理由' },
  reasons_asked: { facts: '本月第40件', period: 10 },
  reasons_given: { text: '写论文' },
  delayed: { dueOn: '2026-12-01', reason: '数量多' },
  fee_noticed: { standard: 'item', count: 12, payTo: '财政专户' },
  fee_paid: { paidOn: '2026-06-15' },
  proposed: { jurisdiction: 'own', proposal: '受理' },
  proposal_returned: { reason: '重写' },
  assigned: { unit: '接访处', matter: '查', returnBy: '2026-06-20' },
  assignment_returned: { reason: '不归我处' },
  unit_replied: { outcome: 'A2', opinion: '可以' },
  consulted: { of: 'third_party', party: '某公司', information: '合同', sentOn: '2026-06-15' },
  consultation_delivered: { consultation: 1, deliveredOn: '2026-06-15' },
  consultation_answered: { consultation: 1, answeredOn: '2026-06-15', answer: 'agrees' },
  consultation_lapsed: { consultation: 1 },
  extended: { days: 15, reason: '数量多' },
  drafted: { outcome: 'A2', provided: '合同' },
  secrecy_cleared: { conclusion: '不涉密' },
  secrecy_refused: { reason: '涉密' },
  notice_returned: { reason: '重写' },
  delivered: { deliveredBy: 'mail', deliveredOn: '2026-06-15', proof: 'EMS' },
  third_party_told: { party: '某公司', information: '合同', reason: '公共利益' },
  carried_over: { authority: '沈阳市教育局', linked: 'SPB-2026-000001' },
  handed_in: { filedOn: '2026-06-15' },
  archived: { shelf: '1' },
  remedy_lodged: { remedy: 'reconsideration', lodgedOn: '2026-06-15' },
  remedy_decided: { remedy: 'reconsideration', decidedOn: '2026-06-15', result: 'upheld' },
  supplemented: { text: '补充' },
  call_noted: { text: '没人接' },
  linked: { linked: 'SPB-2026-000001', relation: 'repeat' },
  due_changed: { clock: 'statutory', before: '2026-07-01', after: '2026-07-02' },
};
/** The old regulation fixes no time for third parties: the letter does. */
const MORE_2007: typeof FIELDS = { consulted: { period: 10 }, consultation_delivered: { period: 10 } };

/** Somebody who did everything on the case so far, or somebody who had no part in it. */
const WHOSE = { own: { id: 'self', unit: '接访处' }, other: { id: 'colleague', unit: '办信处' } } as const;

function listAllowed(regime: Regime): string[] {
  const states = ['new', ...regime.states.map(({ id }) => id)];
  const more = regime === OLD ? MORE_2007 : {};
  return regime.events.flatMap(({ id }) =>
    states.flatMap((state) =>
      ACTOR_ROLES.flatMap((role) =>
        (['own', 'other'] as const).flatMap((whose) => {
          const command = { event: id, fields: { ...FIELDS[id], ...more[id] } };
          const actor = { ...WHOSE[whose], roles: [role] };
          const circumstances = { calendar, today: day('2026-06-15'), actor };
          const made = decide(regime, favourable(regime, state, id), command, circumstances);
          return 'decision' in made ? [`${id} in ${state} by ${role} on ${whose}`] : [];
        }),
      ),
    ),
  );
}

function listExpected(cells: readonly Cell[]): string[] {
  return cells.flatMap(({ event: id, roles, states, only }) =>
    states
      .split(' ')
      .flatMap((state) =>
        roles
          .split(' ')
          .flatMap((role) =>
            (['own', 'other'] as const)
              .filter((whose) => only === undefined || only === whose)
              .map((whose) => `${id} in ${state} by ${role} on ${whose}`),
          ),
      ),
  );
}

describe('only these may act', () => {
  test.each([
    [NEW, CELLS_2019],
    [OLD, CELLS_2007],
  ])('every role, state and event, on own work and on others’', (regime, cells) => {
    expect(regime.events.map(({ id }) => id).toSorted()).toEqual(cells.map((cell) => cell.event).toSorted());
    expect(listAllowed(regime).toSorted()).toEqual(listExpected(cells).toSorted());
  });

  test('an event nobody wrote down does not exist', () => {
    const actor = { id: 'x', roles: [...ACTOR_ROLES], unit: null };
    const made = decide(NEW, emptyCase('2019'), { event: 'deleted' }, { calendar, today: day('2026-06-15'), actor });
    expect(made).toEqual({ refusal: { code: 'unknown_event', event: 'deleted' } });
  });
});

test('the rights of the desk know every state there is', () => {
  const states = new Set([NEW, OLD].flatMap((regime) => regime.states.map(({ id }) => id)));
  expect([...states].toSorted()).toEqual([...STATES.request].toSorted());
});
