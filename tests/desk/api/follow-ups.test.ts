import { expect, test } from 'vitest';
import type { Day } from '../../../src/day.ts';
import { openFollowUp } from '../../../src/store/index.ts';
import { call, hire, openOffice, seat } from './open-office.ts';

test('a poor rating is listed until one says what came of it; the second finds it closed', async () => {
  const office = await openOffice();
  const opened = { about: 'fees', level: 1, openedOn: '2026-11-20' as Day, dueOn: '2026-11-22' as Day };
  await office.store.transaction((executor) => openFollowUp(executor, 'token', { of: 'answer', ...opened }));
  const [handler, head] = [
    await seat(office, await hire(office, 'handler', ['handler'])),
    await seat(office, await hire(office, 'head', ['unit_head'])),
  ];
  const list = async () => (await call(office, handler, 'GET', '/follow-ups')).json().followUps;
  expect(await list()).toEqual([{ id: 1, of: 'answer', ...opened, overdue: true }]);
  const closed = { body: { reason: '已改写解答' } };
  expect((await call(office, handler, 'POST', '/follow-ups/1/close', closed)).json()).toEqual({ closed: true });
  expect((await call(office, head, 'POST', '/follow-ups/1/close', closed)).statusCode).toBe(404);
  expect(await list()).toEqual([]);
  await office.app.close();
});
