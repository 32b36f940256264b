import { expect, test } from 'vitest';
import type { Hook } from '../../../src/channel/hook.ts';
import { openApp } from './open-app.ts';

/** A hook that tells what reached it. */
const mirror: Hook = {
  path: '/hooks/mirror/2',
  handle: async (request) => {
    const bytes = Buffer.from(await request.arrayBuffer());
    return new Response(`${request.method} ${new URL(request.url).search} ${bytes.toString('hex')}`, {
      status: 202,
      headers: { 'content-type': 'text/plain', 'x-sign': request.headers.get('x-sign') ?? '' },
    });
  },
};

test('a hook gets bytes, query and headers as they came, and its answer goes back as it is', async () => {
  const app = openApp({ hooks: [mirror] });
  const answer = await app.inject({
    method: 'POST',
    url: '/hooks/mirror/2?timestamp=1&sig=a%2Bb',
    headers: { 'content-type': 'text/xml', 'x-sign': 'abc' },
    payload: Buffer.from([0xff, 0x00, 0x7b]),
  });
  expect([answer.statusCode, answer.headers['x-sign'], answer.body]).toEqual([
    202,
    'abc',
    'POST ?timestamp=1&sig=a%2Bb ff007b',
  ]);
});

test('JSON is not parsed on its way to a hook', async () => {
  const app = openApp({ hooks: [mirror] });
  const payload = '{"a": 1,  "a": 2}';
  const headers = { 'content-type': 'application/json' };
  const answer = await app.inject({ method: 'POST', url: '/hooks/mirror/2', headers, payload });
  expect(answer.body).toContain(Buffer.from(payload).toString('hex'));
});

test('the check of an address is a GET', async () => {
  const answer = await openApp({ hooks: [mirror] }).inject({ method: 'GET', url: '/hooks/mirror/2?echostr=9' });
  expect([answer.statusCode, answer.body]).toEqual([202, 'GET ?echostr=9 ']);
});

test('more than a megabyte is refused before the hook sees it', async () => {
  const answer = await openApp({ hooks: [mirror] }).inject({
    method: 'POST',
    url: '/hooks/mirror/2',
    payload: Buffer.alloc(1024 * 1024 + 1),
    headers: { 'content-type': 'application/octet-stream' },
  });
  expect(answer.statusCode).toBe(413);
});

test('a platform without a hook has no address, and the chat stays what it was', async () => {
  const app = openApp({ hooks: [mirror] });
  expect((await app.inject({ method: 'POST', url: '/hooks/mirror' })).statusCode).toBe(404);
  const chat = await app.inject({
    method: 'POST',
    url: '/api/chat/c1/messages',
    headers: { 'content-type': 'text/xml' },
    payload: '<a/>',
  });
  expect(chat.statusCode).toBe(415);
});

test('a place that counts its callers lets one address call so often a minute, and everybody else go on', async () => {
  let at = 0;
  const app = openApp({ hooks: [{ ...mirror, perMinute: 2 }], now: () => at });
  const call = async (remoteAddress: string) =>
    (await app.inject({ method: 'GET', url: '/hooks/mirror/2', remoteAddress })).statusCode;
  expect([await call('192.0.2.1'), await call('192.0.2.1'), await call('192.0.2.1')]).toEqual([202, 202, 429]);
  expect(await call('192.0.2.2')).toBe(202);
  at = 60_000;
  expect(await call('192.0.2.1')).toBe(202);
});

test('a place that ends in a star takes what lies below it', async () => {
  const app = openApp({ hooks: [{ ...mirror, path: '/open/*' }] });
  expect((await app.inject({ method: 'GET', url: '/open/entries/one?x=1' })).body).toBe('GET ?x=1 ');
});
