import { fastify } from 'fastify';
import { describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../../src/desk/api/endpoints.ts';
import { requireAction } from '../../../src/desk/api/mount.ts';
import { call, hire, openOffice, PASSWORD, seat } from './open-office.ts';

async function openSeated() {
  const office = await openOffice({ publicUrl: 'https://desk.example.gov.cn' });
  return { office, browser: await seat(office, await hire(office, 'wang', ['chat_agent', 'unit_head'])) };
}

describe('a change', () => {
  test.each(ENDPOINTS.filter(({ method, withoutSession }) => method !== 'GET' && !withoutSession))(
    '$method $path needs the token of its session',
    async ({ method, path }) => {
      const { office, browser } = await openSeated();
      const url = path.replaceAll(/:\w+/gu, '1');
      const other = await seat(office, await hire(office, 'zhao', ['chat_agent']));
      for (const token of ['', 'guessed', other.token]) {
        const answer = await call(office, { ...browser, token }, method, url, { body: {} });
        expect([401, 403]).toContain(answer.statusCode);
        // Where the role would be let through, it is the token that is missed.
        if (path.startsWith('/conversations')) expect(answer.json().error.code).toBe('bad_token');
      }
    },
  );

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a subdomain', { 'sec-fetch-site': 'same-site' }],
    ['a page that names another origin', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['our public name over http', { origin: 'http://desk.example.gov.cn' }],
  ])('from %s is refused, signing in as well', async (_, headers) => {
    const { office, browser } = await openSeated();
    const body = { name: 'wang', password: PASSWORD };
    const signIn = await call(office, undefined, 'POST', '/session', { body, headers });
    expect(signIn.json().error.code).toBe('bad_origin');
    expect((await call(office, browser, 'DELETE', '/session', { headers })).json().error.code).toBe('bad_origin');
    expect((await call(office, browser, 'GET', '/session', { headers })).json().error.code).toBe('bad_origin');
  });

  test('that says nothing of where it comes from is refused', async () => {
    const { office } = await openSeated();
    const answer = await office.app.inject({
      method: 'POST',
      url: '/desk/api/session',
      payload: { name: 'wang', password: PASSWORD },
    });
    expect(answer.json().error.code).toBe('bad_origin');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as a form could send it (%s) is refused',
    async (type) => {
      const { office } = await openSeated();
      const answer = await office.app.inject({
        method: 'POST',
        url: '/desk/api/session',
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
        payload: '{"name":"wang","password":"x"}',
      });
      expect(answer.statusCode).toBe(415);
    },
  );
});

describe('the address', () => {
  test.each(['evil.example', 'desk.example.gov.cn.evil.example', 'desk.example.gov.cn:8443', '127.0.0.1.evil.example'])(
    '%s is not ours',
    async (host) => {
      const { office } = await openSeated();
      expect((await call(office, undefined, 'GET', '/session', { headers: { host } })).json().error.code).toBe(
        'bad_host',
      );
    },
  );

  test.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'desk.example.gov.cn'])('%s is', async (host) => {
    const { office } = await openSeated();
    expect((await call(office, undefined, 'GET', '/session', { headers: { host } })).statusCode).toBe(401);
  });
});

describe('every answer', () => {
  test('is kept nowhere, framed nowhere and runs nothing', async () => {
    const { office, browser } = await openSeated();
    for (const answer of [
      await call(office, browser, 'GET', '/session'),
      await call(office, undefined, 'GET', '/session'),
      await call(office, browser, 'GET', '/no/such/place'),
    ]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      });
    }
  });

  test('to a broken body names the fields and repeats nothing', async () => {
    const { office, browser } = await openSeated();
    const answer = await call(office, browser, 'POST', '/session/password', { body: { current: '', next: 7 } });
    expect(answer.json().error).toMatchObject({ code: 'bad_input', fields: ['current', 'next'] });
  });

  test('speaks the language asked for', async () => {
    const { office } = await openSeated();
    const headers = { 'accept-language': 'en-GB,en;q=0.9' };
    expect((await call(office, undefined, 'GET', '/session', { headers })).json().error.message).toBe(
      'Please sign in first.',
    );
  });

  test('stops when one address asks too fast, however it writes itself', async () => {
    const office = await openOffice({ perAddress: 3 });
    const ask = (from: string) => call(office, undefined, 'GET', '/session', { headers: { 'x-forwarded-for': from } });
    for (const from of ['2001:db8::1', '2001:db8::2', '2001:0db8:0000:0000::3']) {
      expect((await ask(from)).statusCode).toBe(401);
    }
    expect((await ask('2001:db8::ffff')).statusCode).toBe(429);
    expect((await ask('2001:db8:0:1::1')).statusCode).toBe(401);
  });
});

test('a route nobody thought about does not start', async () => {
  const app = fastify();
  app.addHook('onRoute', (route) => requireAction(route.url, route.config?.action));
  expect(() => app.get('/forgotten', async () => 'secret')).toThrow('/forgotten declares no action');
});

test('the OpenAPI document describes every endpoint', async () => {
  const office = await openOffice();
  const document = (await call(office, undefined, 'GET', '/openapi.json')).json();
  for (const { method, path } of ENDPOINTS) {
    const url = `/desk/api${path.replaceAll(/:(\w+)/gu, '{$1}')}`;
    expect(document.paths[url]?.[method.toLowerCase()]?.summary).toBeTruthy();
  }
});
