import { expect, test } from 'vitest';
import { retained } from '../../../src/store/index.ts';
import { fileRequest } from '../../cases/office.ts';
import { call, hire, openOffice, seat } from './open-office.ts';

/** A desk with 1,100 messages of a week ago, which are due, and a case on hold. */
async function openOverdue() {
  const office = await openOffice();
  const week = new Date(office.now().getTime() - 7 * 86_400_000).toISOString();
  const message = {
    channel: 'web',
    conversation: 'old',
    received_at: week,
    failures: 0,
    arrival: 0,
    set_aside_at: null,
  };
  const ids = Array.from({ length: 1100 }, (_, index) => `m${index}`);
  await office.store.transaction(async ({ db, sealer }) => {
    const result = (id: string) => sealer.seal({ table: 'inbox', column: 'result', key: ['web', 'old', id] }, '{}');
    const rows = ids.map((id) => ({ ...message, message_id: id, body: new Uint8Array(), result: result(id) }));
    for (let at = 0; at < rows.length; at += 100)
      await db
        .insertInto('inbox')
        .values(rows.slice(at, at + 100))
        .execute();
  });
  const number = await fileRequest(office.store, { now: office.now() });
  const hold = { reason: '张三申请行政复议', by: 'staff:7', at: office.now() };
  await office.store.transaction((executor) => retained.placeHold(executor, number, hold));
  const administrator = await seat(office, await hire(office, 'admin', ['administrator']));
  return { office, number, administrator };
}

test('an administrator sees what is due, erases it call by call, and the proofs say by whom', async () => {
  const { office, number, administrator } = await openOverdue();
  const read = async () => (await call(office, administrator, 'GET', '/retention')).json();
  const before = await read();
  expect(before.due).toMatchObject([{ data: 'inbox', action: 'erase', keep: '5 days', due: 1100 }]);
  expect(before.holds).toMatchObject([{ number, placedBy: 'staff:7' }]);
  // Why it is held names a requester, whom an administrator does not see.
  expect(JSON.stringify(before)).not.toContain('张三');
  const run = async () => (await call(office, administrator, 'POST', '/retention/run')).json();
  expect([await run(), await run()]).toEqual([
    { many: 1000, more: true },
    { many: 100, more: false },
  ]);
  const after = await read();
  expect(after.due[0].due).toBe(0);
  expect(after.proofs).toHaveLength(11);
  expect(after.proofs[0]).toMatchObject({ data: 'inbox', many: 100, by: `staff:${administrator.staff.id}` });
});
