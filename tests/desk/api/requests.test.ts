import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/conversation/effect.ts';
import type { TurnFunction } from '../../../src/conversation/turn-contract.ts';
import { ROLES, type Role } from '../../../src/roles.ts';
import { readAccesses } from '../../../src/store/index.ts';
import { message, openScripted } from '../../delivery/desk-under-test.ts';
import { scriptedTurn } from '../../delivery/scripted-turn.ts';
import { call, hire, openOffice, seat } from './open-office.ts';

const draft = {
  id: 'd1',
  applicant: 'person' as const,
  name: '欧阳张三',
  documentKind: 'resident_id' as const,
  documentNumber: '210102199003074516',
  phone: '13840987654',
  email: 'san@example.com',
  address: '沈阳市和平区某街1号',
  description: '2016年旧城改造补偿方案，联系13840987654',
};
const SECRETS = Object.values(draft).filter((value) => value.length > 8 && /\d{6}|@|某街/u.test(value));

const filing: TurnFunction = (state, input, ...rest) => {
  const effects: Effect[] = input.kind === 'event' ? [] : [{ kind: 'file_request', draft }];
  return { ...scriptedTurn(state, input, ...rest), effects };
};

async function openFiled() {
  const office = await openOffice();
  await openScripted(office.store, { turn: filing }).receive(message('m1', '提交'));
  const as = async (role: Role) => seat(office, await hire(office, `${role}-1`, [role], { name: role }));
  return { office, as };
}

/** What who works on a request sees of it beyond what everybody does. */
const WHOLE = [
  'applicant',
  'attachments',
  'delivery',
  'description',
  'documentKind',
  'personal',
  'provision',
  'readdressed',
  'carriedFrom',
  'written',
];
const SEES: Readonly<Partial<Record<Role, readonly string[]>>> = {
  auditor: [],
  chat_agent: [],
  secrecy_reviewer: ['description', 'provision'],
  registrar: WHOLE,
  handler: WHOLE,
  unit_head: WHOLE,
  approver: WHOLE,
};
const ALWAYS = [
  'channel',
  'clocks',
  'dueOn',
  'dueProvisional',
  'events',
  'filedOn',
  'number',
  'receivedOn',
  'standing',
  'state',
];

describe('a request', () => {
  test.each(ROLES)('shows the %s its fields and no other', async (role) => {
    const { office, as } = await openFiled();
    const browser = await as(role);
    const one = await call(office, browser, 'GET', '/requests/SPB-2026-000001');
    const all = await call(office, browser, 'GET', '/requests');
    const sees = SEES[role];
    expect([one.statusCode, all.statusCode]).toEqual(sees ? [200, 200] : [403, 403]);
    if (sees) expect(Object.keys(one.json()).toSorted()).toEqual([...ALWAYS, ...sees].toSorted());
    for (const secret of [...SECRETS, draft.name]) expect(one.body + all.body).not.toContain(secret);
    if (!sees?.includes('personal')) expect(one.body + all.body).not.toContain('欧');
  });

  test('shows personal data for a reason, which is recorded with who looked', async () => {
    const { office, as } = await openFiled();
    const handler = await as('handler');
    const ask = (reason: string) =>
      call(office, handler, 'POST', '/requests/spb-2026-000001/unmask', { body: { reason } });
    expect((await ask(' ')).statusCode).toBe(400);
    expect(await readAccesses(office.store)).toEqual([]);
    expect((await ask('核对补正材料')).json().personal).toMatchObject({ name: draft.name, phone: draft.phone });
    expect(await readAccesses(office.store)).toMatchObject([
      { who: `staff:${handler.staff.id}`, what: 'request SPB-2026-000001', reason: '核对补正材料' },
    ]);
    const audit = await office.store.db.selectFrom('audit').selectAll().execute();
    expect(audit.map(({ event, subject }) => [event, subject])).toEqual([
      ['sensitive_read', 'request:SPB-2026-000001'],
    ]);
  });

  test('shows who works on it what colleagues wrote down, numbers starred', async () => {
    const { office, as } = await openFiled();
    const handler = await as('handler');
    const at = '/requests/SPB-2026-000001';
    const body = { event: 'call_noted', version: 1, fields: { text: '来电说改投13840987654的邮箱' } };
    expect((await call(office, handler, 'POST', `${at}/events`, { body })).statusCode).toBe(200);
    expect((await call(office, await as('approver'), 'GET', at)).json()).toMatchObject({
      events: [{ seq: 1 }, { seq: 2, kind: 'call_noted' }],
      written: [{ seq: 2, title: '内容', en: 'Text', text: '来电说改投138****7654的邮箱' }],
    });
  });

  test('is found by name and phone however written, by nothing like it, and not by who may not know', async () => {
    const { office, as } = await openFiled();
    const [handler, agent] = [await as('handler'), await as('chat_agent')];
    const find = async (body: object) =>
      (await call(office, handler, 'POST', '/requests/search', { body })).json().requests.length;
    expect(await Promise.all([{ name: '欧阳 张三' }, { phone: '+86 138-4098-7654' }].map(find))).toEqual([1, 1]);
    expect(await Promise.all([{ name: '欧阳' }, { phone: '13840987655' }].map(find))).toEqual([0, 0]);
    const refused = await call(office, agent, 'POST', '/requests/search', { body: { name: '欧阳张三' } });
    expect(refused.statusCode).toBe(403);
  });

  test('is found by a part of its number', async () => {
    const { office, as } = await openFiled();
    const handler = await as('handler');
    const find = async (number: string) =>
      (await call(office, handler, 'GET', `/requests?number=${number}`)).json().requests.length;
    expect([await find('000001'), await find('spb-2026'), await find('000002')]).toEqual([1, 1, 0]);
  });
});
