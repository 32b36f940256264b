import { describe, expect, test } from 'vitest';
import type { DeskEvent } from '../../src/conversation/effect.ts';
import type { DrainableDesk } from '../../src/delivery/index.ts';
import { findRequest, readRequestEvents, readUnanswered } from '../../src/store/index.ts';
import { answer, go, type Step, usualWay } from '../cases/office.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { eventOf, message, openScripted, textsOf } from './desk-under-test.ts';

type Filed = Extract<DeskEvent, { kind: 'request_filed' }>;
let messages = 0;

/** Says something and returns the event it brought about. */
async function tell(desk: DrainableDesk, text: string, conversation = 'c1'): Promise<DeskEvent> {
  messages += 1;
  return eventOf(await desk.receive(message(`t${messages}`, text, conversation)));
}

async function fileOne(desk: DrainableDesk, draft = 'd1', conversation = 'c1'): Promise<Filed & { secret: string }> {
  const event = await tell(desk, `file ${draft}`, conversation);
  if (event.kind !== 'request_filed' || event.secret === null)
    throw new Error(`filed anew was expected, not ${event.kind}`);
  return { ...event, secret: event.secret };
}

describe('filing', () => {
  test('gives a number of the year, a query code, and no date of receipt yet', async () => {
    const desk = openScripted(await openTemporary());
    const { view, secret } = await fileOne(desk);
    expect(view).toEqual({
      number: 'SPB-2026-000001',
      state: 'filed',
      filedOn: '2026-11-23',
      receivedOn: null,
      dueOn: null,
      dueProvisional: false,
      count: null,
      waits: null,
      answeredOn: null,
      readdressed: null,
      carriedFrom: null,
      files: 0,
      remedyBy: null,
      about: '旧城改造的补偿方案',
      events: [{ on: '2026-11-23', kind: 'filed' }],
    });
    expect(secret).toMatch(/^[0-9A-Z]{8}$/u);
  });

  test('the same draft again is the same request, and the code is not told twice', async () => {
    const desk = openScripted(await openTemporary());
    const { view } = await fileOne(desk);
    expect(await tell(desk, 'file d1')).toEqual({ kind: 'request_filed', view, secret: null });
  });

  test('a draft of the same id in another conversation is another request', async () => {
    const desk = openScripted(await openTemporary());
    await fileOne(desk, 'd1', 'c1');
    expect((await fileOne(desk, 'd1', 'c2')).view.number).toBe('SPB-2026-000002');
  });

  test('numbers follow one another and start anew with the year, by the day in China', async () => {
    const store = await openTemporary();
    let now = new Date('2026-12-31T15:59:59Z');
    const desk = openScripted(store, { now: () => now });
    const numbers = [(await fileOne(desk, 'd1')).view.number, (await fileOne(desk, 'd2')).view.number];
    now = new Date('2026-12-31T16:00:00Z');
    const { view } = await fileOne(desk, 'd3');
    expect([...numbers, view.number]).toEqual(['SPB-2026-000001', 'SPB-2026-000002', 'SPB-2027-000001']);
    expect(view.filedOn).toBe('2027-01-01');
  });
});

describe('looking up', () => {
  test('needs the number and its code', async () => {
    const desk = openScripted(await openTemporary());
    const { view, secret } = await fileOne(desk);
    expect(await tell(desk, `look ${view.number} ${secret}`, 'c2')).toEqual({ kind: 'request_found', view });
    expect(await tell(desk, `look ${view.number.toLowerCase()} ${secret.toLowerCase()}`, 'c2')).toMatchObject({
      kind: 'request_found',
    });
  });

  test('a wrong code and a number that does not exist look the same', async () => {
    const desk = openScripted(await openTemporary());
    const { secret } = await fileOne(desk);
    expect(await tell(desk, 'look SPB-2026-000001 XXXXXXXX')).toEqual({
      kind: 'request_not_found',
      number: 'SPB-2026-000001',
    });
    expect(await tell(desk, `look SPB-2026-000009 ${secret}`)).toEqual({
      kind: 'request_not_found',
      number: 'SPB-2026-000009',
    });
  });

  test('five wrong codes in one conversation end its guessing for a quarter of an hour', async () => {
    const store = await openTemporary();
    let now = new Date('2026-11-23T02:00:00Z');
    const desk = openScripted(store, { now: () => now });
    const { view, secret } = await fileOne(desk);
    for (let time = 1; time <= 5; time += 1) {
      now = new Date(now.getTime() + 60_000);
      expect(await tell(desk, `look SPB-2026-00010${time} GUESSED`, 'guesser')).toMatchObject({
        kind: 'request_not_found',
      });
    }
    expect(await tell(desk, `look ${view.number} ${secret}`, 'guesser')).toEqual({
      kind: 'too_many_attempts',
      minutes: 11,
    });
    expect(await tell(desk, `look ${view.number} ${secret}`, 'someone else')).toMatchObject({ kind: 'request_found' });
    now = new Date(now.getTime() + 11 * 60_000);
    expect(await tell(desk, `look ${view.number} ${secret}`, 'guesser')).toMatchObject({ kind: 'request_found' });
  });

  test('five wrong codes on one number end guessing at it from anywhere, for every effect', async () => {
    const desk = openScripted(await openTemporary());
    const { view, secret } = await fileOne(desk);
    for (let time = 1; time <= 5; time += 1) await tell(desk, `look ${view.number} WRONG${time}`, `guesser ${time}`);
    for (const effect of ['look', 'withdraw', 'supplement']) {
      expect(await tell(desk, `${effect} ${view.number} ${secret} x`, 'c9')).toEqual({
        kind: 'too_many_attempts',
        minutes: 15,
      });
    }
  });
});

describe('withdrawing and supplementing', () => {
  test('a withdrawn request stays on file; withdrawing again changes nothing', async () => {
    const store = await openTemporary();
    const desk = openScripted(store);
    const { view, secret } = await fileOne(desk);
    const withdrawn = await tell(desk, `withdraw ${view.number} ${secret}`);
    expect(withdrawn).toMatchObject({ kind: 'request_withdrawn', already: false, view: { state: 'withdrawn' } });
    expect(await tell(desk, `withdraw ${view.number} ${secret}`)).toEqual({ ...withdrawn, already: true });
    expect((await readRequestEvents(store, view.number)).map((event) => event.kind)).toEqual(['filed', 'withdrawn']);
  });

  test('an answered request cannot be withdrawn any more', async () => {
    const store = await openTemporary();
    const desk = openScripted(store);
    const { view, secret } = await fileOne(desk);
    await answer(store, view.number);
    expect(await tell(desk, `withdraw ${view.number} ${secret}`)).toMatchObject({
      kind: 'request_found',
      view: { state: 'answered', answeredOn: '2026-11-23', remedyBy: '2027-01-22' },
    });
    expect((await findRequest(store, view.number))?.state).toBe('delivered');
  });

  test('a supplement is kept with its text, unless the request is closed', async () => {
    const store = await openTemporary();
    const desk = openScripted(store);
    const { view, secret } = await fileOne(desk);
    expect(await tell(desk, `supplement ${view.number} ${secret} 文号是2016年12号`)).toMatchObject({
      kind: 'request_supplemented',
      view: { events: [{ kind: 'filed' }, { kind: 'supplemented' }] },
    });
    await tell(desk, `withdraw ${view.number} ${secret}`);
    expect(await tell(desk, `supplement ${view.number} ${secret} 太迟了`)).toMatchObject({ kind: 'request_found' });
    expect((await readRequestEvents(store, view.number)).map((event) => event.fields.text ?? null)).toEqual([
      null,
      '文号是2016年12号',
      null,
    ]);
  });
});

describe('what the office asks back', () => {
  const asked: readonly Step[] = [
    ...usualWay('2026-11-23').slice(0, 2),
    ['registrar', 'clarification_asked', { unclear: '年份', supply: '写明年份', period: 10 }],
  ];

  test('is answered by a supplement: the answer clock starts anew, and the request goes on', async () => {
    const store = await openTemporary();
    const desk = openScripted(store);
    const { view, secret } = await fileOne(desk);
    await go(store, view.number, asked);
    expect(await tell(desk, `look ${view.number} ${secret}`)).toMatchObject({
      view: { state: 'clarifying', waits: { until: '2026-12-07', provisional: false } },
    });
    expect(await tell(desk, `supplement ${view.number} ${secret} 2017年的`)).toMatchObject({
      kind: 'request_supplemented',
      view: {
        state: 'processing',
        dueOn: '2026-12-21',
        waits: null,
        count: { from: '2026-11-23', days: 20, extendedBy: 0, pauses: [] },
      },
    });
    expect((await readRequestEvents(store, view.number)).at(-1)).toMatchObject({
      kind: 'clarified',
      role: 'requester',
      fields: { text: '2017年的' },
    });
  });

  test('requesters see what they did and were told, not how the office works', async () => {
    const store = await openTemporary();
    const desk = openScripted(store);
    const { view, secret } = await fileOne(desk);
    await answer(store, view.number);
    expect(await tell(desk, `look ${view.number} ${secret}`)).toMatchObject({
      view: { events: ['filed', 'received', 'registered', 'delivered'].map((kind) => ({ on: '2026-11-23', kind })) },
    });
  });
});

describe('the queue and unanswered questions', () => {
  test('people wait in the order they came, once each', async () => {
    const desk = openScripted(await openTemporary());
    expect(await tell(desk, 'person', 'a')).toEqual({ kind: 'queue_joined', ahead: 0, past: [] });
    expect(await tell(desk, 'person', 'b')).toEqual({ kind: 'queue_joined', ahead: 1, past: [] });
    expect(await tell(desk, 'person', 'a')).toEqual({ kind: 'queue_joined', ahead: 0, past: [] });
    await desk.receive(message('leave', 'leave', 'a'));
    expect(await tell(desk, 'person', 'b')).toEqual({ kind: 'queue_joined', ahead: 0, past: [] });
    expect(await tell(desk, 'person', 'a')).toEqual({ kind: 'queue_joined', ahead: 1, past: [] });
  });

  test('a question without an answer is counted, with personal numbers masked', async () => {
    const store = await openTemporary();
    const desk = openScripted(store);
    for (const id of ['u1', 'u2']) {
      expect(textsOf(await desk.receive(message(id, 'unknown 13812341234 是谁的号')))).toHaveLength(1);
    }
    expect(await readUnanswered(store)).toMatchObject([
      { question: 'unknown 138****1234 是谁的号', times: 2, nearest: null },
    ]);
  });
});
