import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { createFirstAdministrator } from '../../../src/desk/identity/index.ts';
import { seededRandom } from '../../delivery/desk-under-test.ts';
import { call, follow, hire, type Office, openOffice, PASSWORD, passwords, seat } from './open-office.ts';

const signIn = (office: Office, name: string, password: string, headers = {}) =>
  call(office, undefined, 'POST', '/session', { body: { name, password }, headers });
const codeFor = (secret: string, at: Date) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });

/** An approver with an authenticator enrolled. */
async function hireWithAuthenticator(office: Office) {
  const staff = await hire(office, 'li', ['approver']);
  const entering = follow(await signIn(office, 'li', PASSWORD), staff);
  const begun = await call(office, entering, 'POST', '/session/authenticator');
  const { secret, uri } = begun.json();
  const confirmed = await call(office, entering, 'PUT', '/session/authenticator', {
    body: { code: codeFor(secret, office.now()) },
  });
  return { staff, secret, uri, entering, confirmed, browser: follow(confirmed, staff) };
}

describe('signing in', () => {
  test('with name and password opens a session only a cookie knows', async () => {
    const office = await openOffice();
    await hire(office, 'wang', ['chat_agent'], { name: '王芳' });
    const answer = await signIn(office, ' WANG ', PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ stage: 'full', staff: { name: '王芳', roles: ['chat_agent'] } });
    expect(answer.headers['set-cookie']).toMatch(/^desk-local=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
    const id = answer.cookies[0]?.value ?? '';
    const stored = await office.store.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(id);
  });

  test('over https the cookie is bound to the host and secure', async () => {
    const { store } = await openOffice();
    const office = await openOffice({ publicUrl: 'https://desk.example.gov.cn' }, store);
    await hire(office, 'wang', ['chat_agent']);
    const at = { host: 'desk.example.gov.cn', origin: 'https://desk.example.gov.cn' };
    const answer = await signIn(office, 'wang', PASSWORD, { ...at, 'x-forwarded-proto': 'https' });
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/u,
    );
    // In the clear over a network nothing secret is taken or given.
    expect((await signIn(office, 'wang', PASSWORD, at)).json().error.code).toBe('https_needed');
  });

  test('tells wrong name, wrong password and a shut account in the same words', async () => {
    const office = await openOffice();
    await hire(office, 'wang', ['chat_agent']);
    const shut = await hire(office, 'zhao', ['chat_agent']);
    await office.store.db.updateTable('staff').set({ disabled_at: 'x' }).where('id', '=', shut.id).execute();
    const answers = [
      await signIn(office, 'nobody', PASSWORD),
      await signIn(office, 'wang', 'something else'),
      await signIn(office, 'zhao', PASSWORD),
    ];
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers.map((answer) => answer.statusCode)).toEqual([401, 401, 401]);
  });

  test('a name nobody has is checked against a password as well', async () => {
    const checked: (string | undefined)[] = [];
    const office = await openOffice({
      passwords: {
        ...passwords,
        verify: (stored, password) => {
          checked.push(stored);
          return passwords.verify(stored, password);
        },
      },
    });
    await signIn(office, 'nobody', PASSWORD);
    expect(checked).toEqual([undefined]);
    expect(await passwords.verify(undefined, 'nobody has this password')).toBe(false);
  });

  test('replaces whatever session the browser came with', async () => {
    const office = await openOffice();
    const staff = await hire(office, 'wang', ['chat_agent']);
    const planted = { cookie: 'desk-local=planted-by-somebody-else', token: '' };
    const answer = await call(office, planted, 'POST', '/session', { body: { name: 'wang', password: PASSWORD } });
    expect(answer.cookies[0]?.value).not.toBe('planted-by-somebody-else');
    expect((await call(office, planted, 'GET', '/session')).statusCode).toBe(401);
    expect((await call(office, follow(answer, staff), 'GET', '/session')).statusCode).toBe(200);
  });
});

describe('guessing', () => {
  test('waits after five failures from one address, and the owner still comes in from another', async () => {
    const office = await openOffice();
    await hire(office, 'wang', ['chat_agent']);
    for (let tries = 0; tries < 5; tries += 1) await signIn(office, 'wang', `guess number ${tries}`);
    const refused = await signIn(office, 'wang', PASSWORD);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('900');
    const elsewhere = await office.app.inject({
      method: 'POST',
      url: '/desk/api/session',
      remoteAddress: '10.1.2.3',
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { name: 'wang', password: PASSWORD },
    });
    expect(elsewhere.statusCode).toBe(200);
    office.wait(15);
    expect((await signIn(office, 'wang', PASSWORD)).statusCode).toBe(200);
  });

  test('at one account does not keep others at the same address out', async () => {
    const office = await openOffice();
    await hire(office, 'wang', ['chat_agent']);
    await hire(office, 'zhao', ['chat_agent']);
    for (let tries = 0; tries < 6; tries += 1) await signIn(office, 'wang', `guess number ${tries}`);
    expect((await signIn(office, 'zhao', PASSWORD)).statusCode).toBe(200);
  });

  test('of codes waits after five as well', async () => {
    const office = await openOffice();
    const { staff } = await hireWithAuthenticator(office);
    const browser = follow(await signIn(office, 'li', PASSWORD), staff);
    const guess = () => call(office, browser, 'POST', '/session/code', { body: { code: '000000' } });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess()).statusCode).toBe(401);
    expect((await guess()).statusCode).toBe(429);
  });
});

describe('the authenticator', () => {
  test('has to be enrolled by who approves before anything else', async () => {
    const office = await openOffice();
    const { uri, secret, confirmed, entering, browser } = await hireWithAuthenticator(office);
    expect(uri).toMatch(/^otpauth:\/\/totp\/.*li\?.*secret=/u);
    expect(uri).toContain(secret);
    expect(confirmed.json().recoveryCodes).toHaveLength(10);
    expect(confirmed.json().session.stage).toBe('full');
    expect((await call(office, browser, 'GET', '/requests')).statusCode).toBe(200);
    // The session from before is gone.
    expect((await call(office, entering, 'GET', '/session')).statusCode).toBe(401);
  });

  test('until then nothing but entering is possible', async () => {
    const office = await openOffice();
    const staff = await hire(office, 'li', ['approver']);
    const entering = follow(await signIn(office, 'li', PASSWORD), staff);
    const session = (await call(office, entering, 'GET', '/session')).json();
    expect(session.stage).toBe('enrol');
    expect(session.may.filter((action: string) => !/^(?:session\.|api\.)/u.test(action))).toEqual([]);
    expect((await call(office, entering, 'GET', '/requests')).statusCode).toBe(401);
  });

  test('is asked for at the next sign-in, and takes each code once', async () => {
    const office = await openOffice();
    const { staff, secret } = await hireWithAuthenticator(office);
    office.wait(1);
    const asked = await signIn(office, 'li', PASSWORD);
    expect(asked.json().stage).toBe('code');
    const browser = follow(asked, staff);
    expect((await call(office, browser, 'GET', '/requests')).statusCode).toBe(401);
    const code = codeFor(secret, office.now());
    const given = await call(office, browser, 'POST', '/session/code', { body: { code } });
    expect(given.json().stage).toBe('full');
    const again = follow(await signIn(office, 'li', PASSWORD), staff);
    expect((await call(office, again, 'POST', '/session/code', { body: { code } })).statusCode).toBe(401);
  });

  test('lost, a recovery code opens the desk once', async () => {
    const office = await openOffice();
    const { staff, confirmed } = await hireWithAuthenticator(office);
    const [code] = confirmed.json().recoveryCodes;
    const give = async () =>
      call(office, follow(await signIn(office, 'li', PASSWORD), staff), 'POST', '/session/code', {
        body: { code: code.toLowerCase() },
      });
    expect((await give()).statusCode).toBe(200);
    expect((await give()).statusCode).toBe(401);
  });

  test('cannot be replaced, nor the password changed, by who only knows the password', async () => {
    const office = await openOffice();
    const { staff } = await hireWithAuthenticator(office);
    const half = follow(await signIn(office, 'li', PASSWORD), staff);
    expect((await call(office, half, 'POST', '/session/authenticator')).statusCode).toBe(401);
    const body = { current: PASSWORD, next: 'another river nine tables' };
    expect((await call(office, half, 'POST', '/session/password', { body })).statusCode).toBe(401);
  });
});

describe('the first administrator', () => {
  test('gets a one-time password that must be changed, then an authenticator', async () => {
    const office = await openOffice();
    const made = await createFirstAdministrator(office.store, passwords, '管理员', seededRandom(), office.now());
    const password = made?.oneTimePassword ?? '';
    expect(password).toMatch(/^[2-9A-Z]{8}(?:-[2-9A-Z]{8}){2}$/u);
    const first = await signIn(office, 'admin', password);
    expect(first.json().stage).toBe('password');
    const browser = follow(first, { id: 1 } as never);
    const change = (next: string, current = password) =>
      call(office, browser, 'POST', '/session/password', { body: { current, next } });
    expect((await change('short')).json().error.code).toBe('password_short');
    expect((await change('adminadminadmin')).json().error.code).toBe('password_guessable');
    expect((await change(password)).json().error.code).toBe('password_same');
    expect((await change(PASSWORD, 'wrong')).statusCode).toBe(401);
    expect((await change(PASSWORD)).json().stage).toBe('enrol');
    expect((await signIn(office, 'admin', password)).statusCode).toBe(401);
    expect((await signIn(office, 'admin', PASSWORD)).json().stage).toBe('enrol');
  });

  test('is made once', async () => {
    const office = await openOffice();
    const make = () => createFirstAdministrator(office.store, passwords, '管理员', seededRandom(), office.now());
    expect(await make()).toBeDefined();
    expect(await make()).toBeUndefined();
  });

  test('is made by one of two processes that start at the same moment, and the other goes on', async () => {
    const office = await openOffice();
    const make = () => createFirstAdministrator(office.store, passwords, '管理员', seededRandom(), office.now());
    const made = await Promise.all([make(), make(), make()]);
    expect(made.filter(Boolean)).toHaveLength(1);
  });

  test('must come within three days', async () => {
    const office = await openOffice();
    const made = await createFirstAdministrator(office.store, passwords, '管理员', seededRandom(), office.now());
    office.wait(3 * 24 * 60);
    expect((await signIn(office, 'admin', made?.oneTimePassword ?? '')).statusCode).toBe(401);
  });
});

describe('a session', () => {
  test('ends after 30 minutes without use, and after 12 hours of it', async () => {
    const office = await openOffice();
    const browser = await seat(office, await hire(office, 'wang', ['chat_agent']));
    const ask = () => call(office, browser, 'GET', '/session');
    for (let half = 0; half < 25; half += 1) {
      office.wait(29);
      if (half < 24) expect((await ask()).statusCode).toBe(200);
    }
    expect((await ask()).statusCode).toBe(401);
    const other = await seat(office, browser.staff);
    office.wait(31);
    expect((await call(office, other, 'GET', '/session')).statusCode).toBe(401);
  });

  test('ends at once when signed out, everywhere if wished', async () => {
    const office = await openOffice();
    const staff = await hire(office, 'wang', ['chat_agent']);
    const [here, there, third] = [await seat(office, staff), await seat(office, staff), await seat(office, staff)];
    expect((await call(office, here, 'DELETE', '/session')).statusCode).toBe(200);
    expect((await call(office, here, 'GET', '/session')).statusCode).toBe(401);
    expect((await call(office, there, 'DELETE', '/sessions')).statusCode).toBe(200);
    expect((await call(office, third, 'GET', '/session')).statusCode).toBe(401);
  });

  test('changing the password ends every other one', async () => {
    const office = await openOffice();
    const staff = await hire(office, 'wang', ['chat_agent']);
    const [here, there] = [await seat(office, staff), await seat(office, staff)];
    const body = { current: PASSWORD, next: 'another river nine tables' };
    const changed = await call(office, here, 'POST', '/session/password', { body });
    expect((await call(office, there, 'GET', '/session')).statusCode).toBe(401);
    expect((await call(office, follow(changed, staff), 'GET', '/session')).statusCode).toBe(200);
  });
});
