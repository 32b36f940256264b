import { describe, expect, test } from 'vitest';
import { call, hire, openOffice, seat } from './open-office.ts';

async function openWithAdministrator() {
  const office = await openOffice();
  const administrator = await seat(office, await hire(office, 'admin', ['administrator']));
  const agent = await seat(office, await hire(office, 'wang', ['chat_agent']));
  const change = (body: object) => call(office, administrator, 'PATCH', `/accounts/${agent.staff.id}`, { body });
  return { office, administrator, agent, change };
}

describe('a change of rights', () => {
  test('holds from the next request on, under a new session id', async () => {
    const { office, agent, change } = await openWithAdministrator();
    expect((await call(office, agent, 'GET', '/conversations')).statusCode).toBe(200);
    expect((await change({ roles: ['knowledge_editor'] })).statusCode).toBe(200);
    const next = await call(office, agent, 'GET', '/conversations');
    expect(next.statusCode).toBe(403);
    const renewed = { ...agent, cookie: `desk-local=${next.cookies[0]?.value}` };
    expect(renewed.cookie).not.toBe(agent.cookie);
    const session = (await call(office, renewed, 'GET', '/session')).json();
    expect(session.staff.roles).toEqual(['knowledge_editor']);
    // What the console offers follows.
    expect(session.may).toContain('draft.create');
    expect(session.may).not.toContain('conversation.list');
    // The token stays good, so that a page in the middle of something can send it.
    expect((await call(office, renewed, 'DELETE', '/session')).statusCode).toBe(200);
  });

  test('leaves requests on their way half a minute under the old id', async () => {
    const { office, agent, change } = await openWithAdministrator();
    await change({ name: '王芳' });
    expect((await call(office, agent, 'GET', '/session')).statusCode).toBe(200);
    expect((await call(office, agent, 'GET', '/session')).statusCode).toBe(200);
    office.wait(1);
    expect((await call(office, agent, 'GET', '/session')).statusCode).toBe(401);
  });

  test('that shuts somebody out ends what their sessions may, even one that was left standing', async () => {
    const { office, agent } = await openWithAdministrator();
    expect((await call(office, agent, 'GET', '/session')).statusCode).toBe(200);
    const shut = { disabled_at: office.now().toISOString() };
    await office.store.db.updateTable('staff').set(shut).where('id', '=', agent.staff.id).execute();
    for (const path of ['/session', '/conversations'])
      expect((await call(office, agent, 'GET', path)).statusCode).toBe(401);
  });

  test('asks for an authenticator when the new role needs one', async () => {
    const { office, agent, change } = await openWithAdministrator();
    await change({ roles: ['approver'] });
    expect((await call(office, agent, 'GET', '/requests')).statusCode).toBe(401);
    expect((await call(office, agent, 'GET', '/session')).json().stage).toBe('enrol');
  });

  test('shutting an account ends its sessions, and opening it brings none back', async () => {
    const { office, administrator, agent } = await openWithAdministrator();
    const path = `/accounts/${agent.staff.id}`;
    expect((await call(office, administrator, 'POST', `${path}/disable`)).statusCode).toBe(200);
    expect((await call(office, agent, 'GET', '/session')).statusCode).toBe(401);
    expect((await call(office, administrator, 'POST', `${path}/enable`)).statusCode).toBe(200);
    expect((await call(office, agent, 'GET', '/session')).statusCode).toBe(401);
  });

  test('administrator and auditor cannot be combined with other roles', async () => {
    const { change } = await openWithAdministrator();
    const refused = await change({ roles: ['administrator', 'handler'] });
    expect(refused.json().error.code).toBe('roles_conflict');
    expect((await change({ roles: ['auditor', 'chat_agent'] })).statusCode).toBe(400);
    expect((await change({ roles: ['handler', 'registrar'] })).statusCode).toBe(200);
  });
});

describe('accounts', () => {
  test('are made with a one-time password shown once, and a name given once', async () => {
    const { office, administrator } = await openWithAdministrator();
    const body = { signInName: 'Zhao', name: '赵敏', roles: ['handler'] };
    const made = await call(office, administrator, 'POST', '/accounts', { body });
    expect(made.json()).toMatchObject({ account: { signInName: 'zhao' }, oneTimePassword: expect.any(String) });
    const again = await call(office, administrator, 'POST', '/accounts', { body });
    expect(again.json().error.code).toBe('name_taken');
    const listed = await call(office, administrator, 'GET', '/accounts');
    expect(listed.body).not.toContain(made.json().oneTimePassword);
    expect(listed.body).not.toContain('argon2');
  });

  test('reset, they get a new one-time password and every session ends', async () => {
    const { office, administrator, agent } = await openWithAdministrator();
    const reset = await call(office, administrator, 'POST', `/accounts/${agent.staff.id}/reset`);
    expect((await call(office, agent, 'GET', '/session')).statusCode).toBe(401);
    const body = { name: 'wang', password: reset.json().oneTimePassword };
    expect((await call(office, undefined, 'POST', '/session', { body })).json().stage).toBe('password');
  });

  test('units are named once, and a unit that does not exist is nobody’s', async () => {
    const { office, administrator, change } = await openWithAdministrator();
    const add = (name: string) => call(office, administrator, 'POST', '/units', { body: { name } });
    expect((await add('信访一处')).json()).toEqual({ id: 1, name: '信访一处' });
    expect((await add('信访一处')).json().error.code).toBe('name_taken');
    const renamed = await call(office, administrator, 'PATCH', '/units/1', { body: { name: '法规处' } });
    expect(renamed.json()).toEqual({ id: 1, name: '法规处' });
    expect((await call(office, administrator, 'PATCH', '/units/9', { body: { name: 'x' } })).statusCode).toBe(404);
    expect((await change({ unit: 1 })).json().unit).toBe(1);
    expect((await change({ unit: 9 })).statusCode).toBe(400);
  });
});
