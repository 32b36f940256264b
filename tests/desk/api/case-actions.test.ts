import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/day.ts';
import type { DeskApiOptions } from '../../../src/desk/api/index.ts';
import type { Role } from '../../../src/roles.ts';
import { readLines } from '../../../src/store/index.ts';
import { fileRequest } from '../../cases/office.ts';
import { openRelease } from '../../conversation/converse.ts';
import { type Browser, call, hire, openOffice, seat } from './open-office.ts';

async function openWithCase(options: Partial<DeskApiOptions> = {}) {
  const office = await openOffice({ release: () => release, ...options });
  const number = await fileRequest(office.store);
  const seats = new Map<Role, Browser>();
  for (const role of ['registrar', 'handler', 'unit_head', 'secrecy_reviewer', 'approver', 'auditor'] as const) {
    seats.set(role, await seat(office, await hire(office, role, [role])));
  }
  const list = async (role: Role) =>
    (await call(office, seats.get(role), 'GET', `/requests/${number}/actions`)).json() as {
      version: number;
      actions: { event: string; usual: boolean; possible: boolean; fields: { id: string; required: boolean }[] }[];
    };
  const act = async (role: Role, event: string, fields: Record<string, string | number> = {}, version?: number) =>
    call(office, seats.get(role), 'POST', `/requests/${number}/events`, {
      body: { event, fields, version: version ?? (await list('registrar')).version },
    });
  return { office, number, list, act, seats };
}

const release = openRelease();
const DAY = '2026-11-23' as Day;

describe('a request at the desk', () => {
  test('says which steps cannot be taken back, and in lists how many working days are left', async () => {
    const { office, number, list, act, seats } = await openWithCase();
    await act('registrar', 'received', { receivedOn: DAY, confirmation: '电话确认' });
    const { actions } = await list('registrar');
    expect(actions.find(({ event }) => event === 'registered')).toMatchObject({ sends: true });
    expect(actions.find(({ event }) => event === 'call_noted')).toMatchObject({ sends: false });
    const listed = async () => (await call(office, seats.get('registrar'), 'GET', '/requests')).json().requests[0];
    expect(await listed()).toMatchObject({ number, dueOn: '2026-12-21', workdaysLeft: 20 });
  });

  test('goes from receipt to delivery, each by whose step it is; what comes next is said to whom it concerns', async () => {
    const { act, list } = await openWithCase();
    const steps: readonly [Role, string, Record<string, string>?][] = [
      ['registrar', 'received', { receivedOn: DAY, confirmation: '电话确认' }],
      ['registrar', 'registered', { applicantKind: 'person' }],
      ['handler', 'proposed', { jurisdiction: 'own', proposal: '受理' }],
      ['approver', 'proposal_approved'],
      ['handler', 'drafted', { outcome: 'A2', provided: '工作要点全文' }],
      ['secrecy_reviewer', 'secrecy_cleared', { conclusion: '不涉密' }],
      ['approver', 'notice_approved'],
      ['registrar', 'sealed'],
      ['registrar', 'delivered', { deliveredBy: 'email', deliveredOn: DAY, proof: '邮件回执' }],
    ];
    for (const [role, event, fields] of steps) {
      const offered = (await list(role)).actions.find((each) => each.event === event);
      expect([event, offered?.possible]).toEqual([event, true]);
      const needed = offered?.fields.filter((field) => field.required).map((field) => field.id) ?? [];
      expect(Object.keys(fields ?? {})).toEqual(expect.arrayContaining(needed));
      expect([event, (await act(role, event, fields)).statusCode]).toEqual([event, 200]);
    }
  });

  test('sends its requester the letters of a step, with where to fetch them from', async () => {
    const { office, act } = await openWithCase({ publicUrl: 'https://desk.example' });
    await act('registrar', 'received', { receivedOn: DAY, confirmation: '电话确认' });
    await act('registrar', 'registered', { applicantKind: 'person' });
    const lines = await readLines(office.store, { channel: 'web', conversation: 'c1' }, { after: 0 });
    const letters = lines.flatMap(({ message }) => (message.kind === 'file' ? [message.instead] : []));
    expect(letters).toEqual([expect.stringContaining('https://desk.example/documents')]);
  });

  test('is shown with its state, steps and days in words', async () => {
    const { office, number, act, seats } = await openWithCase();
    await act('registrar', 'received', { receivedOn: DAY, confirmation: '电话确认' });
    const shown = (await call(office, seats.get('auditor'), 'GET', `/requests/${number}`)).json();
    expect(shown).toMatchObject({ standing: { title: '已收到', en: 'Received' }, dueOn: '2026-12-21' });
    expect(shown.events.at(-1)).toMatchObject({ kind: 'received', by: expect.stringMatching(/^staff:\d+$/u) });
    expect(shown.clocks).toContainEqual(
      expect.objectContaining({ id: 'statutory', title: '答复期限', due: '2026-12-21' }),
    );
  });

  test('says in words, in the reader’s language, why a step may not be taken, and stays as it is', async () => {
    const { office, number, act, list, seats } = await openWithCase();
    const before = await list('registrar');
    const missing = await act('registrar', 'received', {});
    expect([missing.statusCode, missing.json().error.code]).toEqual([409, 'event_refused']);
    expect(missing.json().error.message).toContain('收到日期');
    const english = await call(office, seats.get('registrar'), 'POST', `/requests/${number}/events`, {
      body: { event: 'sealed', fields: {}, version: before.version },
      headers: { 'accept-language': 'en' },
    });
    expect(english.json().error.message).toMatch(/Filed/u);
    expect(await list('registrar')).toEqual(before);
  });

  test('is not changed by whoever saw it as it was before somebody else acted', async () => {
    const { act, list } = await openWithCase();
    const { version } = await list('registrar');
    expect((await act('registrar', 'received', { receivedOn: DAY, confirmation: '电话' }, version)).statusCode).toBe(
      200,
    );
    const late = await act('registrar', 'call_noted', { text: '再次来电' }, version);
    expect([late.statusCode, late.json().error.code]).toEqual([409, 'changed']);
  });

  test('nobody clears the secrecy of what they drafted, whatever roles they have', async () => {
    const { office, number, act } = await openWithCase();
    const both = await seat(office, await hire(office, 'both', ['handler', 'secrecy_reviewer']));
    await act('registrar', 'received', { receivedOn: DAY, confirmation: '电话' });
    await act('registrar', 'registered', { applicantKind: 'person' });
    await act('handler', 'proposed', { jurisdiction: 'own', proposal: '受理' });
    await act('approver', 'proposal_approved');
    const as = async (event: string, fields: Record<string, string>) => {
      const { version } = (await call(office, both, 'GET', `/requests/${number}/actions`)).json();
      return call(office, both, 'POST', `/requests/${number}/events`, { body: { event, fields, version } });
    };
    expect((await as('drafted', { outcome: 'A2', provided: '全文' })).statusCode).toBe(200);
    expect((await as('secrecy_cleared', { conclusion: '不涉密' })).json().error.code).toBe('event_refused');
  });

  test('what was done stands in the record, without what was written', async () => {
    const { office, number, act } = await openWithCase();
    await act('registrar', 'received', { receivedOn: DAY, confirmation: '打电话给张三确认' });
    const rows = await office.store.db.selectFrom('audit').selectAll().where('event', '=', 'case_event').execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.subject).toBe(`request:${number}`);
    expect(JSON.stringify(rows)).not.toContain('张三');
  });
});
