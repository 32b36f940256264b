import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/conversation/effect.ts';
import type { TurnFunction } from '../../src/conversation/turn-contract.ts';
import { listQueue, listRequests, showRequest } from '../../src/desk/index.ts';
import type { Draft } from '../../src/requests/form/draft.ts';
import { correctPersonal, findRequest, readAccesses } from '../../src/store/index.ts';
import { message, openScripted } from '../delivery/desk-under-test.ts';
import { scriptedTurn } from '../delivery/scripted-turn.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';

const person: Draft = {
  id: 'd1',
  applicant: 'person',
  name: '张三',
  documentKind: 'resident_id',
  documentNumber: '210102199003074516',
  phone: '13840987654',
  description: '2016年旧城改造补偿方案，我的电话13840987654，请尽快回复，越快越好，非常感谢你们的帮助',
  provision: 'electronic',
  delivery: 'email',
  email: 'san@example.com',
};
const organisation: Draft = {
  id: 'd2',
  applicant: 'organisation',
  name: '沈阳某某贸易有限公司',
  contactName: '李四',
  description: '招标结果',
};

function filing(drafts: readonly Draft[]): TurnFunction {
  return (state, input, ...rest) => {
    const effects: Effect[] = input.kind === 'event' ? [] : drafts.map((draft) => ({ kind: 'file_request', draft }));
    return { ...scriptedTurn(state, input, ...rest), effects };
  };
}

async function openFiled() {
  const store = await openTemporary();
  await openScripted(store, { turn: filing([person, organisation]) }).receive(message('m1', '提交'));
  return store;
}

describe('the list of requests', () => {
  test('shows the newest first, with names and numbers masked', async () => {
    const listed = await listRequests(await openFiled(), shippedRules.regimes);
    expect(listed).toEqual([
      expect.objectContaining({
        number: 'SPB-2026-000002',
        applicant: 'organisation',
        name: '沈阳******公司',
        about: '招标结果',
      }),
      {
        number: 'SPB-2026-000001',
        regime: '2019',
        state: 'filed',
        filedOn: '2026-11-23',
        receivedOn: null,
        dueOn: null,
        dueProvisional: false,
        next: 'received',
        owner: null,
        unit: null,
        outcome: null,
        about: '2016年旧城改造补偿方案，我的电话138****7654，请尽快回复，越快越好…',
        applicant: 'person',
        name: '张*',
        channel: 'web',
      },
    ]);
  });
});

test('a list shows what was put right in a request since it was listed last', async () => {
  const store = await openFiled();
  const listed = async () => (await listRequests(store, shippedRules.regimes)).map(({ name }) => name);
  expect(await listed()).toEqual(['沈阳******公司', '张*']);
  const request = await findRequest(store, 'SPB-2026-000001');
  if (request) await store.transaction((executor) => correctPersonal(executor, request, { name: '李思思' }));
  expect(await listed()).toEqual(['沈阳******公司', '李**']);
  // Another desk's request of the same number is another request.
  const other = await openTemporary();
  await openScripted(other, { turn: filing([organisation]) }).receive(message('m1', '提交'));
  expect((await listRequests(other, shippedRules.regimes)).map(({ about }) => about)).toEqual(['招标结果']);
});

test('the requests that are due first stand first, what has no last day after them, and nothing that has ended', async () => {
  const store = await openTemporary();
  for (const conversation of ['c1', 'c2'])
    await openScripted(store, { turn: filing([person, organisation]) }).receive(message('m1', '提交', conversation));
  const set = (number: string, row: { readonly state: string; readonly due_on: string }) =>
    store.db.updateTable('requests').set(row).where('number', '=', number).execute();
  await set('SPB-2026-000002', { state: 'registered', due_on: '2026-12-02' });
  await set('SPB-2026-000003', { state: 'archived', due_on: '2026-11-24' });
  await set('SPB-2026-000004', { state: 'drafted', due_on: '2026-11-30' });
  const due = await listRequests(store, shippedRules.regimes, { order: 'due', limit: 3 });
  expect(due.map(({ number, dueOn }) => [number.at(-1), dueOn])).toEqual([
    ['4', '2026-11-30'],
    ['2', '2026-12-02'],
    ['1', null],
  ]);
});

describe('one request', () => {
  test('is masked unless a reason is given', async () => {
    const store = await openFiled();
    const shown = await showRequest(store, shippedRules, 'spb-2026-000001', { now: NOW });
    expect(shown).toMatchObject({
      masked: true,
      personal: { name: '张*', documentNumber: '210*************16', phone: '138****7654', email: 's**@example.com' },
      next: 'received',
      version: 1,
      events: [{ seq: 1, on: '2026-11-23', kind: 'filed', by: 'requester', role: 'requester', fields: {} }],
    });
    expect(JSON.stringify(shown)).not.toContain(person.phone);
    expect(await readAccesses(store)).toEqual([]);
  });

  test('with a reason shows everything, and records who looked and why', async () => {
    const store = await openFiled();
    const unmask = { who: '王五', reason: '核对补正材料' };
    expect(await showRequest(store, shippedRules, 'SPB-2026-000001', { now: NOW, unmask })).toMatchObject({
      masked: false,
      personal: { name: '张三', documentNumber: '210102199003074516', phone: '13840987654' },
      description: person.description,
    });
    expect(await readAccesses(store)).toEqual([{ at: NOW.toISOString(), what: 'request SPB-2026-000001', ...unmask }]);
  });

  test.each([
    { who: '王五', reason: '  ' },
    { who: '', reason: '核对' },
  ])('is not unmasked by %j', async (unmask) => {
    const store = await openFiled();
    await expect(showRequest(store, shippedRules, 'SPB-2026-000001', { now: NOW, unmask })).rejects.toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    );
    expect(await readAccesses(store)).toEqual([]);
  });

  test('that does not exist is not recorded as looked at', async () => {
    const store = await openFiled();
    expect(
      await showRequest(store, shippedRules, 'SPB-2026-000009', { now: NOW, unmask: { who: 'a', reason: 'b' } }),
    ).toBeUndefined();
    expect(await readAccesses(store)).toEqual([]);
  });
});

test('the queue shows who waits, first come first, without the key to the conversation', async () => {
  const store = await openTemporary();
  const desk = openScripted(store);
  await desk.receive(message('m1', 'person answer/fees', '8b1f7a52-0c1e-4a3e-9a59-0f8ad1a0c001'));
  await desk.receive(message('m1', 'person', 'c2'));
  const waiting = await listQueue(store);
  expect(waiting).toEqual([
    { id: 1, channel: 'web', conversation: '8b1f7a…', topic: 'answer/fees', joinedAt: NOW.toISOString() },
    { id: 2, channel: 'web', conversation: 'c2', topic: '', joinedAt: NOW.toISOString() },
  ]);
});
