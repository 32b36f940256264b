import { expect, test } from 'vitest';
import { rulesOf } from '../../../src/cases/index.ts';
import type { Day } from '../../../src/day.ts';
import { createTicker } from '../../../src/delivery/index.ts';
import { createHeldStepJob, HELD_STEP } from '../../../src/desk/held-steps/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import { findRequest } from '../../../src/store/index.ts';
import { messages } from '../../adapters/web/project.ts';
import { fileRequest } from '../../cases/office.ts';
import { openRelease } from '../../conversation/converse.ts';
import { type Browser, call, hire, openOffice, seat } from './open-office.ts';

const release = openRelease();
const DAY = '2026-11-23' as Day;
const REGISTERED = { event: 'registered', fields: { applicantKind: 'person' } };

/** A request received and about to be registered, which sends a receipt; and the ticker of a process of its own. */
async function openReceived() {
  const office = await openOffice({ release: () => release });
  const number = await fileRequest(office.store);
  const [wang, zhao] = [
    await seat(office, await hire(office, 'wang', ['registrar'])),
    await seat(office, await hire(office, 'zhao', ['registrar'])),
  ];
  const jobs = {
    [HELD_STEP]: createHeldStepJob({ rules: () => rulesOf(release, undefined), messages: () => messages }),
  };
  const ticker = createTicker({ store: office.store, jobs, holder: 'other', now: office.now, logger: silentLogger });
  const at = `/requests/${number}`;
  const act = (who: Browser, body: object) => call(office, who, 'POST', `${at}/events`, { body });
  await act(wang, { event: 'received', fields: { receivedOn: DAY, confirmation: '电话确认' }, version: 1 });
  const version = (await call(office, wang, 'GET', `${at}/actions`)).json().version as number;
  const hold = (who: Browser) => call(office, who, 'POST', `${at}/held`, { body: { ...REGISTERED, version } });
  const held = async (who: Browser) => (await call(office, who, 'GET', `${at}/held`)).json().held;
  const state = async () => (await findRequest(office.store, number))?.state;
  const pass = async (seconds: number) => {
    office.wait(seconds / 60);
    await ticker.run();
  };
  return { office, at, version, wang, zhao, act, hold, held, state, pass };
}

test('a step is done ten seconds later by whichever process is there, once, with no page open', async () => {
  const { office, wang, hold, held, state, pass } = await openReceived();
  expect((await hold(wang)).json()).toMatchObject({ id: 1, dueAt: expect.any(String) });
  await pass(9);
  expect([await state(), (await held(wang)).length]).toEqual(['received', 1]);
  await pass(1);
  expect([await state(), await held(wang)]).toEqual(['registered', []]);
  await pass(60);
  const done = office.store.db.selectFrom('audit').selectAll().where('event', '=', 'case_event').execute();
  expect((await done).map(({ actor }) => actor)).toEqual([`staff:${wang.staff.id}`, `staff:${wang.staff.id}`]);
  await office.app.close();
});

test('taken back it is never done; a colleague can neither see nor take it back', async () => {
  const { office, at, wang, zhao, hold, held, state, pass } = await openReceived();
  await hold(wang);
  expect(await held(zhao)).toEqual([]);
  expect((await call(office, zhao, 'DELETE', `${at}/held/1`)).json()).toEqual({ undone: false });
  expect((await call(office, wang, 'DELETE', `${at}/held/1`)).json()).toEqual({ undone: true });
  await pass(60);
  expect(await state()).toBe('received');
  expect((await call(office, wang, 'POST', `${at}/held/1/now`)).json()).toEqual({ done: false });
  await office.app.close();
});

test('done at once it is done once, and cannot be taken back any more', async () => {
  const { office, at, wang, hold, state, pass } = await openReceived();
  await hold(wang);
  const both = await Promise.all([1, 2].map(() => call(office, wang, 'POST', `${at}/held/1/now`)));
  expect(both.map((each) => each.json().done).toSorted()).toEqual([false, true]);
  expect((await call(office, wang, 'DELETE', `${at}/held/1`)).json()).toEqual({ undone: false });
  await pass(60);
  expect(await state()).toBe('registered');
  await office.app.close();
});

test('what may not happen any more is not done, and who decided on it is told why for a week', async () => {
  const { office, version, wang, zhao, act, hold, held, state, pass } = await openReceived();
  expect((await act(wang, { event: 'nothing', fields: {}, version: version - 1 })).statusCode).toBe(409);
  await hold(wang);
  await hold(zhao);
  await act(zhao, { event: 'call_noted', fields: { text: '电话核对' }, version });
  await office.store.db.updateTable('staff').set({ roles: '["chat_agent"]' }).where('id', '=', zhao.staff.id).execute();
  await pass(10);
  expect(await state()).toBe('received');
  expect(await held(wang)).toMatchObject([{ event: 'registered', failed: { 'zh-CN': '这件申请刚刚被别人办过。' } }]);
  expect((await hold(wang)).json().error.code).toBe('changed');
  const [lost] = await office.store.db
    .selectFrom('held_steps')
    .select('failed')
    .where('held_by', '=', zhao.staff.id)
    .execute();
  expect(lost?.failed).toContain('您不能进行这项操作');
  await pass(7 * 86_400);
  expect(await office.store.db.selectFrom('held_steps').select('id').execute()).toEqual([]);
  await office.app.close();
});
