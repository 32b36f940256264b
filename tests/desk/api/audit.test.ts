import { expect, test } from 'vitest';
import { call, hire, openOffice, seat } from './open-office.ts';

test('the record says what people are called, and is searched by that', async () => {
  const office = await openOffice();
  const boss = await hire(office, 'boss', ['administrator'], { name: '刘主任' });
  const administrator = await seat(office, boss);
  const auditor = await seat(office, await hire(office, 'auditor', ['auditor']));
  const body = { signInName: 'wang.ming', name: '王明', roles: ['registrar'] };
  const made = await call(office, administrator, 'POST', '/accounts', { body });
  expect(made.statusCode).toBe(200);
  const { id } = made.json().account;
  const search = async (query: string) => (await call(office, auditor, 'GET', `/audit?${query}`)).json();
  const found = { entries: [{ event: 'user_created', actor: `staff:${boss.id}`, subject: `staff:${id}` }] };
  for (const typed of ['王明', ' 王明', 'Wang.Ming', `staff:${id}`]) {
    const { names, ...rest } = await search(`subject=${encodeURIComponent(typed)}`);
    expect(rest).toMatchObject(found);
    expect(names).toEqual({ [`staff:${boss.id}`]: boss.name, [`staff:${id}`]: '王明' });
  }
  expect(await search(`event=user_created&actor=${encodeURIComponent(boss.name)}`)).toMatchObject(found);
  expect(await search(`actor=${encodeURIComponent('王')}`)).toEqual({ entries: [], names: {} });
  await office.app.close();
});
