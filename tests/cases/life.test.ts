import { describe, expect, test } from 'vitest';
import { checkCase, loadCase } from '../../src/cases/index.ts';
import { actOnRequest, enterRequest, listActions, listRequests, showRequest } from '../../src/desk/index.ts';
import { readDocuments, readOwedEffects, type Store, settleCaseEffect } from '../../src/store/index.ts';
import { seededRandom } from '../delivery/desk-under-test.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { actingRules, DRAFT, fileRequest, go, PEOPLE, take, usualWay } from './office.ts';

const TODAY = '2026-11-23';
const draft = DRAFT;
const file = (store: Store, id = 'd1') => fileRequest(store, { id });

const stateOf = async (store: Store, number: string) =>
  (await loadCase(store, shippedRules.regimes, number))?.view.state;

describe('a request from filing to the archive', () => {
  test('takes every step, and what is stored is what its log says after each', async () => {
    const store = await openTemporary();
    const number = await file(store);
    for (const step of usualWay(TODAY)) {
      await go(store, number, [step]);
      expect(await checkCase(store, shippedRules, number)).toEqual([]);
    }
    expect(await showRequest(store, shippedRules, number, { now: NOW })).toMatchObject({
      state: 'archived',
      next: null,
      version: 14,
      outcome: 'A2',
      drafter: 'h1',
      unit: '接访处',
      answeredOn: TODAY,
      remedyBy: '2027-01-22',
    });
  });

  test('makes every document its events name, and owes staff what they have to be told, once', async () => {
    const store = await openTemporary();
    const number = await file(store);
    await go(store, number, usualWay(TODAY));
    const made = await readDocuments(store, number);
    expect(made.map(({ kind, documentNumber, releasedAt }) => [kind, documentNumber, releasedAt !== null])).toEqual([
      ['application', null, true],
      ['receipt', null, true],
      ['handling-sheet', '沈信公开处〔2026〕1号', false],
      ['handling-sheet', '沈信公开处〔2026〕2号', false],
      ['assignment-sheet', '沈信公开交〔2026〕1号', false],
      ['decision', '沈信公开告〔2026〕1号', true],
    ]);
    const messages = await readOwedEffects(store, 'message', 100);
    expect(messages.filter(({ recipient }) => recipient === 'requester')).toEqual([]);
    expect(messages[0]).toMatchObject({ name: 'staff_filed', recipient: 'registrar' });
    const [first] = messages;
    if (!first) throw new Error('a message was expected');
    expect(await settleCaseEffect(store, first, NOW)).toBe(true);
    expect(await settleCaseEffect(store, first, NOW)).toBe(false);
    expect(await readOwedEffects(store, 'message', 100)).toHaveLength(messages.length - 1);
  });

  test('nothing of what events say lies open in the database', async () => {
    const store = await openTemporary();
    const number = await file(store);
    await go(store, number, [['registrar', 'call_noted', { phone: '13912345678', text: '申请人姓名张三丰' }]]);
    const rows = await store.db.selectFrom('request_events').selectAll().execute();
    const bytes = Buffer.concat(rows.flatMap(({ data }) => (data ? [Buffer.from(data)] : [])));
    expect(bytes.includes('13912345678')).toBe(false);
    expect(bytes.includes('张三丰')).toBe(false);
    expect((await loadCase(store, shippedRules.regimes, number))?.events.at(-1)?.fields.phone).toBe('13912345678');
  });

  test('the seal register counts from one each year, without gaps', async () => {
    const store = await openTemporary();
    for (const id of ['d1', 'd2']) await go(store, await file(store, id), usualWay(TODAY).slice(0, 10));
    const seals = await Promise.all(
      ['SPB-2026-000001', 'SPB-2026-000002'].map(
        async (number) => (await loadCase(store, shippedRules.regimes, number))?.view.last.sealed?.fields.running,
      ),
    );
    expect(seals).toEqual([1, 2]);
  });
});

describe('two who act at once', () => {
  test('the second is told that the case has changed, and changes nothing', async () => {
    const store = await openTemporary();
    const number = await file(store);
    await go(store, number, usualWay(TODAY).slice(0, 2));
    const both = await Promise.allSettled(
      ['一', '二'].map((text) =>
        actOnRequest(
          store,
          actingRules,
          { number, event: 'call_noted', fields: { text }, actor: PEOPLE.handler, expectedVersion: 3 },
          NOW,
        ),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { code: 'CASE_CHANGED' } });
    expect((await loadCase(store, shippedRules.regimes, number))?.view.version).toBe(4);
  });

  test('the requester withdraws while the notice waits for approval: the approver finds it withdrawn', async () => {
    const store = await openTemporary();
    const number = await file(store);
    await go(store, number, [...usualWay(TODAY).slice(0, 8), ['requester', 'withdrawn']]);
    expect(await take(store, number, ['approver', 'notice_approved'])).toMatchObject({
      done: false,
      refusal: { code: 'wrong_state', state: 'withdrawn' },
    });
    const { clocks } = (await loadCase(store, shippedRules.regimes, number))?.view ?? { clocks: [] };
    expect(clocks.every(({ stoppedOn }) => stoppedOn === TODAY)).toBe(true);
  });
});

describe('what is refused leaves the case as it was', () => {
  test.each([
    ['handler', 'sealed', {}, 'not_your_role'],
    ['registrar', 'sealed', {}, 'wrong_state'],
    ['registrar', 'burned', {}, 'unknown_event'],
    ['registrar', 'received', {}, 'fields'],
    ['registrar', 'received', { receivedOn: '2026-02-30', confirmation: '电话' }, 'fields'],
    ['registrar', 'received', { receivedOn: '2026-11-24', confirmation: '电话' }, 'fields'],
    ['registrar', 'received', { receivedOn: TODAY, confirmation: '电话', colour: '红' }, 'fields'],
    ['registrar', 'received', { receivedOn: TODAY }, 'condition'],
  ] as const)('%s %s %j: %s', async (who, event, fields, code) => {
    const store = await openTemporary();
    const number = await file(store);
    expect(await take(store, number, [who, event, fields])).toMatchObject({ done: false, refusal: { code } });
    expect(await stateOf(store, number)).toBe('filed');
    expect(await checkCase(store, shippedRules, number)).toEqual([]);
  });

  test('an event on a request that does not exist', async () => {
    const store = await openTemporary();
    await expect(take(store, 'SPB-2026-000009', ['registrar', 'received'])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('what staff enter', () => {
  test('a request made in person is received on the day it was handed in, and on no other', async () => {
    const store = await openTemporary();
    const entered = await enterRequest(
      store,
      actingRules,
      {
        draft,
        actor: PEOPLE.registrar,
        fields: { way: 'in_person', filedOn: '2026-11-20' },
        random: seededRandom(),
        numberPrefix: 'SPB',
      },
      NOW,
    );
    if (!entered.done) throw new Error(JSON.stringify(entered.refusal));
    const { number } = entered;
    expect(await take(store, number, ['registrar', 'received', { receivedOn: TODAY }])).toMatchObject({
      refusal: { condition: 'receipt_fits_channel' },
    });
    await go(store, number, [['registrar', 'received', { receivedOn: '2026-11-20' }]]);
    expect(await listRequests(store, shippedRules.regimes)).toMatchObject([
      { number, filedOn: '2026-11-20', receivedOn: '2026-11-20', dueOn: '2026-12-18', channel: 'desk' },
    ]);
  });

  test('one handed in before 2019-05-15 follows the rules of its day', async () => {
    const store = await openTemporary();
    const entered = await enterRequest(
      store,
      actingRules,
      {
        draft,
        actor: PEOPLE.registrar,
        fields: { way: 'in_person', filedOn: '2019-05-14' },
        random: seededRandom(),
        numberPrefix: 'SPB',
      },
      NOW,
    );
    if (!entered.done) throw new Error(JSON.stringify(entered.refusal));
    await go(store, entered.number, [['registrar', 'received', { receivedOn: '2019-05-14' }]]);
    // Fifteen working days from 2019-05-14; 端午 on 7 June.
    expect(await listRequests(store, shippedRules.regimes)).toMatchObject([{ dueOn: '2019-06-04' }]);
  });

  test('the desk sees what may be done now, with the fields of each, and what usually comes next', async () => {
    const store = await openTemporary();
    const number = await file(store);
    const { version, events } = (await listActions(store, shippedRules, number, {
      actor: PEOPLE.registrar,
      now: NOW,
    })) ?? { version: 0, events: [] };
    expect(version).toBe(1);
    expect(events.map(({ event }) => event)).toEqual([
      'received',
      'taken',
      'supplemented',
      'withdrawn',
      'call_noted',
      'linked',
    ]);
    expect(events[0]).toMatchObject({
      usual: true,
      refusal: null,
      fields: [
        { id: 'receivedOn', type: 'day', required: true },
        { id: 'confirmation', type: 'text', required: false },
      ],
    });
  });

  test('what may not be done for a reason is offered with that reason', async () => {
    const store = await openTemporary();
    const number = await file(store);
    await go(store, number, usualWay(TODAY).slice(0, 7));
    const drafter = { id: 'h1', roles: ['handler', 'secrecy_reviewer'], unit: null } as const;
    const listed = await listActions(store, shippedRules, number, { actor: drafter, now: NOW });
    expect(listed?.events.find(({ event }) => event === 'secrecy_cleared')?.refusal).toEqual({
      code: 'condition',
      event: 'secrecy_cleared',
      condition: 'not_own_draft',
    });
  });
});
