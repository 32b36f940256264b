import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/day.ts';
import type { Regime } from '../../../src/knowledge/schema/regime.ts';
import { decide, reckonClocks } from '../../../src/requests/index.ts';
import type { Actor } from '../../../src/requests/lifecycle/case-event.ts';
import { type CaseView, emptyCase } from '../../../src/requests/lifecycle/case-view.ts';
import { addMonths } from '../../../src/requests/lifecycle/reckon-clock.ts';
import { dose } from '../../dose.ts';
import { calendar, NEW, OLD } from './shipped-regimes.ts';

const day = (text: string) => text as Day;
type Step = readonly [on: string, event: string, fields?: Readonly<Record<string, string | number>>];

/** Everybody in turn, so that no step is anybody's own. */
function actorOf(event: string): Actor {
  return {
    id: `who-${event}`,
    roles: ['requester', 'registrar', 'handler', 'unit_head', 'secrecy_reviewer', 'approver', 'system'],
    unit: '接访处',
  };
}

/** The case after these steps, each on its day and each allowed. */
function live(regime: Regime, steps: readonly Step[]): CaseView {
  return steps.reduce((view, [on, event, fields = {}]) => {
    const made = decide(regime, view, { event, fields }, { calendar, today: day(on), actor: actorOf(event) });
    if ('refusal' in made) throw new Error(`${event} on ${on}: ${JSON.stringify(made.refusal)}`);
    return made.decision.view;
  }, emptyCase(regime.id));
}

const dueOf = (view: CaseView, id = 'statutory') =>
  reckonClocks(calendar, view.clocks).find((clock) => clock.id === id);

/** Filed on the internet and registered on a Monday far from holidays. */
const registered: readonly Step[] = [
  ['2026-03-02', 'filed'],
  ['2026-03-02', 'received', { receivedOn: '2026-03-02', confirmation: '电话' }],
  ['2026-03-02', 'registered', { applicantKind: 'person' }],
];
const asked: Step = ['2026-03-05', 'clarification_asked', { unclear: '年份', supply: '写明年份', period: 10 }];
const approved: readonly Step[] = [
  ...registered,
  ['2026-03-03', 'proposed', { jurisdiction: 'own', proposal: '受理' }],
  ['2026-03-03', 'proposal_approved'],
];
const consulted: Step = [
  '2026-03-04',
  'consulted',
  { of: 'third_party', party: '某公司', information: '合同', sentOn: '2026-03-04' },
];

describe('the clock of the answer', () => {
  test('runs twenty working days from the day after receipt, the clock of the notice seven', () => {
    const view = live(NEW, registered);
    expect(dueOf(view)).toMatchObject({ due: '2026-03-30', provisional: false });
    expect(dueOf(view, 'clarification_notice')).toMatchObject({ due: '2026-03-11' });
  });

  test('starts anew with the clarification, whenever in its period that came', () => {
    const waiting = live(NEW, [...registered, asked]);
    expect(dueOf(waiting, 'clarification_answer')).toMatchObject({ due: '2026-03-19' });
    expect(dueOf(waiting)).toMatchObject({ paused: true });
    const view = live(NEW, [...registered, asked, ['2026-03-10', 'clarified', { text: '2017年' }]]);
    expect(dueOf(view)).toMatchObject({ startOn: '2026-03-10', due: '2026-04-08', paused: false });
    expect(dueOf(view, 'clarification_answer')).toMatchObject({ stoppedOn: '2026-03-10' });
  });

  test('clarification is asked for once, and within seven working days', () => {
    const once = [...registered, asked, ['2026-03-10', 'clarified', { text: '2017年' }]] as const;
    expect(() => live(NEW, [...once, ['2026-03-11', ...asked.slice(1)] as unknown as Step])).toThrow(
      'not_yet_clarified',
    );
    const late = ['2026-03-12', 'clarification_asked', { unclear: '年份', supply: '写明', period: 10 }] as const;
    expect(() => live(NEW, [...registered, late])).toThrow('within_clarification_notice');
  });

  test('silence ends it only when the period is over', () => {
    const missed = (on: string): Step => [on, 'clarification_missed', { reason: '没有理由' }];
    expect(() => live(NEW, [...registered, asked, missed('2026-03-19')])).toThrow('clarification_overdue');
    const view = live(NEW, [...registered, asked, missed('2026-03-20')]);
    expect(view).toMatchObject({ state: 'abandoned', outcome: 'C1' });
    expect(view.clocks.every(({ stoppedOn }) => stoppedOn !== null)).toBe(true);
  });

  test('does not count the time of asking a third party, and tells the latest day meanwhile', () => {
    const open = live(NEW, [...approved, consulted]);
    expect(dueOf(open, 'consultation/1')).toMatchObject({ due: '2026-03-25' });
    expect(dueOf(open)).toMatchObject({ due: '2026-04-21', paused: true });
    const answered: Step = [
      '2026-03-12',
      'consultation_answered',
      { consultation: 1, answeredOn: '2026-03-11', answer: 'agrees' },
    ];
    // Five working days, the 5th to the 11th, were theirs.
    expect(dueOf(live(NEW, [...approved, consulted, answered]))).toMatchObject({
      due: '2026-04-07',
      paused: false,
      pauses: [{ from: '2026-03-05', to: '2026-03-11' }],
    });
  });

  test('their fifteen days run from when they had the letter; silence ends the pause on their last day', () => {
    const delivered: Step = ['2026-03-06', 'consultation_delivered', { consultation: 1, deliveredOn: '2026-03-06' }];
    const open = live(NEW, [...approved, consulted, delivered]);
    expect(dueOf(open, 'consultation/1')).toMatchObject({ due: '2026-03-27' });
    const lapsed: Step = ['2026-04-02', 'consultation_lapsed', { consultation: 1 }];
    const view = live(NEW, [...approved, consulted, delivered, lapsed]);
    expect(view.consultations).toMatchObject([{ settledOn: '2026-03-27', answer: 'lapsed' }]);
    expect(dueOf(view)).toMatchObject({ pauses: [{ from: '2026-03-05', to: '2026-03-27' }] });
  });

  test('two who are asked at once do not make the same day count twice', () => {
    const second: Step = [
      '2026-03-06',
      'consulted',
      { of: 'authority', party: '某局', information: '合同', sentOn: '2026-03-06' },
    ];
    const answers: readonly Step[] = [
      ['2026-03-11', 'consultation_answered', { consultation: 1, answeredOn: '2026-03-11', answer: 'agrees' }],
      ['2026-03-13', 'consultation_answered', { consultation: 2, answeredOn: '2026-03-13', answer: 'agrees' }],
    ];
    // From the 5th to the 13th: seven working days.
    expect(dueOf(live(NEW, [...approved, consulted, second, ...answers]))).toMatchObject({ due: '2026-04-09' });
  });

  test('is extended once, by twenty working days at most', () => {
    const view = live(NEW, [...approved, ['2026-03-30', 'extended', { days: 20, reason: '数量多' }]]);
    expect(dueOf(view)).toMatchObject({ due: '2026-04-28' });
    expect(() => live(NEW, [...approved, ['2026-03-31', 'extended', { days: 5, reason: '晚了' }]])).toThrow(
      'within_answer_period',
    );
  });

  test('a fee stops it, and it starts anew the day after payment', () => {
    const noticed: Step = ['2026-03-04', 'fee_noticed', { standard: 'item', count: 12, payTo: '财政专户' }];
    const waiting = live(NEW, [...approved, noticed]);
    expect(waiting.last.fee_noticed?.fields).toMatchObject({ amount: 200 });
    expect(dueOf(waiting, 'fee_payment')).toMatchObject({ due: '2026-04-01' });
    const paid = live(NEW, [...approved, noticed, ['2026-03-10', 'fee_paid', { paidOn: '2026-03-10' }]]);
    expect(paid.state).toBe('approved');
    expect(dueOf(paid)).toMatchObject({ startOn: '2026-03-10', due: '2026-04-08' });
    expect(live(NEW, [...approved, noticed, ['2026-04-02', 'fee_missed']])).toMatchObject({
      state: 'abandoned',
      outcome: 'C2',
    });
    const few: Step = ['2026-03-04', 'fee_noticed', { standard: 'item', count: 10, payTo: '财政专户' }];
    expect(() => live(NEW, [...approved, few])).toThrow('fee_is_due');
  });

  test('reasons found good may put it off to a day that is told', () => {
    const reasons: readonly Step[] = [
      ['2026-03-04', 'reasons_asked', { facts: '本月第40件', period: 5 }],
      ['2026-03-06', 'reasons_given', { text: '写论文' }],
    ];
    const put: Step = ['2026-03-09', 'delayed', { dueOn: '2026-06-30', reason: '数量多' }];
    expect(() => live(NEW, [...approved, put])).toThrow('reasons_given');
    const view = live(NEW, [...approved, ...reasons, put]);
    expect(view.state).toBe('approved');
    expect(dueOf(view)).toMatchObject({ due: '2026-06-30' });
  });

  test('of the old regulation: fifteen and fifteen, three months to the court', () => {
    const steps: readonly Step[] = [
      ['2014-11-03', 'filed'],
      ['2014-11-03', 'received', { receivedOn: '2014-11-03' }],
      ['2014-11-03', 'registered', { applicantKind: 'person' }],
      ['2014-11-03', 'proposed', { jurisdiction: 'own', proposal: '受理' }],
      ['2014-11-03', 'proposal_approved'],
      ['2014-11-03', 'extended', { days: 15, reason: '数量多' }],
      ['2014-11-04', 'drafted', { outcome: 'A2', provided: '报告' }],
      ['2014-11-04', 'secrecy_cleared', { conclusion: '不涉密' }],
      ['2014-11-04', 'notice_approved'],
      ['2014-11-04', 'sealed'],
      ['2014-11-05', 'delivered', { deliveredBy: 'mail', deliveredOn: '2014-11-05', proof: 'EMS' }],
    ];
    expect(dueOf(live(OLD, steps.slice(0, 3)))).toMatchObject({ due: '2014-11-24' });
    expect(dueOf(live(OLD, steps.slice(0, 6)))).toMatchObject({ due: '2014-12-15' });
    expect(dueOf(live(OLD, steps), 'court')).toMatchObject({ due: '2015-02-05' });
  });
});

describe('the clocks after the answer', () => {
  const answer = (on: string, outcome: Readonly<Record<string, string>>, since: readonly Step[]): CaseView =>
    live(NEW, [
      ...since,
      [on, 'drafted', outcome],
      [on, 'secrecy_cleared', { conclusion: '不涉密' }],
      [on, 'notice_approved'],
      [on, 'sealed'],
      [on, 'delivered', { deliveredBy: 'mail', deliveredOn: on, proof: 'EMS' }],
    ]);
  const refused = { outcome: 'A3', ground: 'internal', reason: '内部管理' };
  const disclosed = { outcome: 'A2', provided: '报告' };
  const early: readonly Step[] = JSON.parse(JSON.stringify(approved).replaceAll('2026-03', '2023-11'));

  test('sixty days to reconsideration; a refusal goes there before the court since 2024', () => {
    const view = answer('2026-03-20', refused, approved);
    // The sixtieth day is 19 May, a Tuesday.
    expect(dueOf(view, 'reconsideration')).toMatchObject({ due: '2026-05-19' });
    expect(dueOf(view, 'court')).toBeUndefined();
    // 20 September is a Sunday, worked for 中秋.
    expect(dueOf(answer('2026-03-20', disclosed, approved), 'court')).toMatchObject({ due: '2026-09-20' });
    expect(dueOf(answer('2023-11-20', refused, early), 'court')).toMatchObject({ due: '2024-05-20' });
  });

  test('after reconsideration fifteen days to the court', () => {
    const steps: readonly Step[] = [
      ['2026-04-01', 'remedy_lodged', { remedy: 'reconsideration', lodgedOn: '2026-04-01' }],
      ['2026-06-01', 'remedy_decided', { remedy: 'reconsideration', decidedOn: '2026-06-01', result: 'upheld' }],
    ];
    const view = steps.reduce(
      (each, [on, event, fields = {}]) => {
        const made = decide(NEW, each, { event, fields }, { calendar, today: day(on), actor: actorOf(event) });
        if ('refusal' in made) throw new Error(JSON.stringify(made.refusal));
        return made.decision.view;
      },
      answer('2026-03-20', refused, approved),
    );
    expect(dueOf(view, 'reconsideration')).toMatchObject({ stoppedOn: '2026-04-01' });
    expect(dueOf(view, 'court_after_reconsideration')).toMatchObject({ due: '2026-06-16' });
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-05-15', 6, '2026-11-15'],
  ])('%s and %i months is %s', (from, count, expected) => {
    expect(addMonths(day(from), count)).toBe(expected);
  });
});

describe('properties of a case’s clocks', () => {
  const start = fc.integer({ min: 0, max: 2300 }).map((days) => addDays(day('2020-01-02'), days));
  const clockOf = (startOn: Day, added: number, pauses: readonly (readonly [number, number])[]) => ({
    id: 'statutory',
    startOn,
    length: { unit: 'workdays' as const, count: 20 },
    added,
    stoppedOn: null,
    pauses: pauses.map(([after, length]) => ({
      after: addDays(startOn, after),
      to: addDays(startOn, after + length),
      during: 'consultation/1',
    })),
  });
  const due = (clock: ReturnType<typeof clockOf>) => reckonClocks(calendar, [clock])[0]?.due ?? '';
  const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 20 })), { maxLength: 3 });

  test('the last day is never a rest day, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 40 }), pauses, (from, later, asking) => {
        const one = due(clockOf(from, 0, asking));
        expect(calendar.describeDay(day(one)).workday).toBe(true);
        expect(due(clockOf(addDays(from, later), 0, [])) >= due(clockOf(from, 0, []))).toBe(true);
      }),
      { seed: 7, numRuns: dose(200) },
    );
  });

  test('a pause moves the last day by exactly the working days it took', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 20 }), (from, after, length) => {
        const first = addDays(from, after + 1);
        let taken = 0;
        for (let each = first; each <= addDays(from, after + length); each = addDays(each, 1)) {
          if (calendar.describeDay(each).workday) taken += 1;
        }
        expect(due(clockOf(from, 0, [[after, length]]))).toBe(due(clockOf(from, taken, [])));
      }),
      { seed: 7, numRuns: dose(200) },
    );
  });
});
