import { expect, test } from 'vitest';
import { call, hire, openOffice, seat } from './open-office.ts';

test('a ready text is kept by one, found by all, changed, and taken away by the head of a unit alone', async () => {
  const office = await openOffice();
  const [wang, zhao] = [
    await seat(office, await hire(office, 'wang', ['chat_agent'])),
    await seat(office, await hire(office, 'zhao', ['registrar'])),
  ];
  const head = await seat(office, await hire(office, 'head', ['unit_head']));
  const fees = { title: '收费', text: '申请公开一般不收费。' };
  const { id } = (await call(office, wang, 'POST', '/canned-replies', { body: fees })).json();
  const list = async () => (await call(office, zhao, 'GET', '/canned-replies')).json().replies;
  expect(await list()).toEqual([{ id, ...fees }]);
  const later = { ...fees, text: '申请公开一般不收费；数量、频次明显超过合理范围的除外。' };
  await call(office, zhao, 'PUT', `/canned-replies/${id}`, { body: later });
  expect(await list()).toEqual([{ id, ...later }]);
  expect((await call(office, wang, 'DELETE', `/canned-replies/${id}`)).statusCode).toBe(403);
  expect((await call(office, zhao, 'PUT', '/canned-replies/99', { body: fees })).statusCode).toBe(404);
  expect((await call(office, zhao, 'POST', '/canned-replies', { body: { title: '', text: '' } })).statusCode).toBe(400);
  expect((await call(office, head, 'DELETE', `/canned-replies/${id}`)).json()).toEqual({ removed: true });
  expect(await list()).toEqual([]);
  await office.app.close();
});
