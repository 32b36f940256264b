import { describe, expect, test } from 'vitest';
import {
  checkCase,
  createReckoning,
  RECKON,
  REMIND,
  reckonCases,
  startReckoning,
  takeDueSteps,
} from '../../src/cases/index.ts';
import { renderPlain } from '../../src/channel/render-plain.ts';
import { createTicker } from '../../src/delivery/index.ts';
import type { YearCalendar } from '../../src/knowledge/schema/calendar.ts';
import { silentLogger } from '../../src/logger.ts';
import { buildCalendar, layCalendars } from '../../src/requests/index.ts';
import {
  readDueTimers,
  readLines,
  readNextTimer,
  readOwedEffects,
  readRequestEvents,
  type Store,
  takeTimer,
} from '../../src/store/index.ts';
import { createClock } from '../delivery/platform/pipeline-under-test.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { actingRules, fileRequest, go, type Step } from './office.ts';

/** Made up: two days of January off that nothing announced. */
const NOTICE: YearCalendar = {
  year: 2027,
  title: '测试通知',
  off: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-05' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  worked: [],
};
const arrived = { ...actingRules, calendar: buildCalendar(layCalendars([NOTICE])) };
const FILED = new Date('2026-12-14T02:00:00Z');
const LATER = new Date('2026-12-15T02:00:00Z');

async function fileThree(store: Store): Promise<readonly string[]> {
  const filed: string[] = [];
  for (const id of ['d1', 'd2', 'd3']) {
    const number = await fileRequest(store, { id, now: FILED });
    await go(store, number, registered, FILED);
    filed.push(number);
  }
  return filed;
}

async function file(store: Store, steps: readonly Step[], now = FILED): Promise<string> {
  const number = await fileRequest(store, { now });
  await go(store, number, steps, now);
  return number;
}

const registered: readonly Step[] = [
  ['registrar', 'received', { receivedOn: '2026-12-14', confirmation: '电话' }],
  ['registrar', 'registered', { applicantKind: 'person' }],
];
const reckon = (store: Store, rules = arrived) => reckonCases(store, rules, LATER);

const readReckonings = (store: Store) => readDueTimers(store, [RECKON], { at: LATER, most: 9 });

/** What was said to the requester, in order. */
const readTold = async (store: Store) =>
  (await readLines(store, { channel: 'web', conversation: 'c1' }, { after: 0 })).map(({ message }) =>
    renderPlain(message, { sources: '' }),
  );

describe('when a calendar arrives', () => {
  test('open requests get their dates anew: in the log with the old and new day, told, and never twice', async () => {
    const store = await openTemporary();
    const number = await file(store, registered);
    const moved = await reckon(store);
    expect(moved).toContainEqual({ number, clock: 'statutory', before: '2027-01-12', after: '2027-01-14' });
    expect((await readRequestEvents(store, number)).at(-1)).toMatchObject({
      kind: 'due_changed',
      role: 'system',
      fields: { clock: 'statutory', before: '2027-01-12', after: '2027-01-14' },
    });
    const told = await readTold(store);
    expect(told.filter((text) => text.includes('2027-01-14'))).toHaveLength(1);
    expect(await checkCase(store, arrived, number)).toEqual([]);
    expect(await reckon(store)).toEqual([]);
    expect(await readTold(store)).toEqual(told);
  });

  test('it is done some cases at a time, each in a transaction of its own, to the last', async () => {
    const store = await openTemporary();
    const filed = await fileThree(store);
    const job = createReckoning(() => arrived, { limit: 2, onLeftOut: expect.unreachable });
    await store.transaction((executor) => startReckoning(executor, LATER));
    const looks: (readonly string[])[] = [];
    for (let due = await readReckonings(store); due.length > 0; due = await readReckonings(store)) {
      looks.push(due.map(({ subject }) => subject));
      const [timer] = due;
      if (!timer) break;
      await store.transaction(async (executor) => (await takeTimer(executor, timer)) && job(executor, timer, LATER));
    }
    expect(looks).toEqual([[''], [filed[1]], [filed[2]]]);
    for (const number of filed) {
      const moved = (await readRequestEvents(store, number)).filter(({ kind }) => kind === 'due_changed');
      expect(moved).toHaveLength(1);
      expect(await checkCase(store, arrived, number)).toEqual([]);
    }
  });

  test('a case that cannot be reckoned is left out in the end: those behind it are not held up by it', async () => {
    const store = await openTemporary();
    const filed = await fileThree(store);
    const [first = '', damaged = '', last = ''] = filed;
    await store.db
      .updateTable('request_events')
      .set({ data: new Uint8Array([1, 2, 3]) })
      .where('number', '=', damaged)
      .execute();
    const clock = createClock(LATER);
    const left: string[] = [];
    const ticker = createTicker({
      store,
      jobs: { [RECKON]: createReckoning(() => arrived, { onLeftOut: (number) => left.push(number) }) },
      holder: 'test',
      now: clock.now,
      logger: silentLogger,
    });
    await store.transaction((executor) => startReckoning(executor, LATER));
    for (let next = await readNextTimer(store, [RECKON]); next; next = await readNextTimer(store, [RECKON])) {
      clock.forward(Math.max(0, next.getTime() - clock.now().getTime()));
      await ticker.run();
    }
    expect(left).toEqual([damaged]);
    for (const number of [first, last]) expect(await checkCase(store, arrived, number)).toEqual([]);
  });

  test.each(['in time', 'late'])(
    'a reminder comes earlier when what it reminds of is due earlier, at once when that is over: %s',
    async (at) => {
      const store = await openTemporary();
      const asked: Step = ['registrar', 'clarification_asked', { unclear: '名称', supply: '文号', period: 20 }];
      await file(store, [...registered, asked]);
      const reminder = async () => (await readNextTimer(store, [REMIND]))?.toISOString();
      expect(await reminder()).toBe('2027-01-08T01:00:00.000Z');
      const [, ...others] = NOTICE.off;
      const off = [{ name: '元旦', from: '2027-01-01' }, ...others];
      const sooner = layCalendars([{ ...NOTICE, off, worked: [{ name: '元旦', day: '2027-01-02' }] }]);
      const rules = { ...actingRules, calendar: buildCalendar(sooner) };
      const late = new Date('2027-01-07T02:00:00Z');
      await reckonCases(store, rules, at === 'in time' ? LATER : late);
      expect(await reminder()).toBe(at === 'in time' ? '2027-01-07T01:00:00.000Z' : late.toISOString());
    },
  );

  test('a request that is over keeps its dates', async () => {
    const store = await openTemporary();
    const number = await file(store, [...registered, ['requester', 'withdrawn']]);
    expect(await reckon(store)).toEqual([]);
    expect((await readRequestEvents(store, number)).at(-1)?.kind).toBe('withdrawn');
  });

  test('with the calendar as it was, nothing happens', async () => {
    const store = await openTemporary();
    await file(store, registered);
    expect(await reckon(store, actingRules)).toEqual([]);
  });
});

describe('what the desk does by itself', () => {
  const consulting: readonly Step[] = [
    ['handler', 'proposed', { jurisdiction: 'own', proposal: '受理' }],
    ['approver', 'proposal_approved'],
    [
      'handler',
      'consulted',
      { of: 'third_party', party: '某公司', information: '合同', concern: '合同一方', sentOn: '2026-03-02' },
    ],
  ];
  const started = new Date('2026-03-02T02:00:00Z');
  const spring: readonly Step[] = [
    ['registrar', 'received', { receivedOn: '2026-03-02', confirmation: '电话' }],
    ['registrar', 'registered', { applicantKind: 'person' }],
  ];
  const run = (store: Store, day: string) =>
    store.transaction((executor) => takeDueSteps({ ...actingRules, executor, now: new Date(`${day}T02:00:00Z`) }));
  const kindsOf = async (store: Store, number: string) =>
    (await readRequestEvents(store, number)).map(({ kind }) => kind);

  test('a consultation nobody answered lapses the day after its last day, once', async () => {
    const store = await openTemporary();
    const number = await file(store, [...spring, ...consulting], started);
    expect(await run(store, '2026-03-23')).toBe(0);
    expect(await run(store, '2026-03-24')).toBe(1);
    expect(await run(store, '2026-03-24')).toBe(0);
    expect((await readRequestEvents(store, number)).at(-1)).toMatchObject({
      kind: 'consultation_lapsed',
      by: 'system',
      fields: { consultation: 1, lastDay: '2026-03-23' },
    });
  });

  test('whoever decides is told of a request that is nearly due, once; nobody of one withdrawn', async () => {
    const store = await openTemporary();
    const number = await file(store, spring, started);
    expect(await run(store, '2026-03-25')).toBe(0);
    expect(await run(store, '2026-03-26')).toBe(1);
    expect(await run(store, '2026-03-27')).toBe(0);
    expect(await kindsOf(store, number)).toEqual(['filed', 'received', 'registered', 'escalated']);
    const told = (await readOwedEffects(store, 'message', 100)).filter(({ name }) => name === 'staff_escalated');
    expect(told.map(({ recipient }) => recipient)).toEqual(['approver', 'owner']);
  });
});
