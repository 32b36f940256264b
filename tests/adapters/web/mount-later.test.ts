import type { FastifyPluginAsync } from 'fastify';
import { expect, test } from 'vitest';
import { openApp } from './open-app.ts';

const part: FastifyPluginAsync = async (app) => {
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.get('/address', async (request) => ({ ip: request.ip }));
  app.put('/body/:name', async (request) => ({ params: request.params, body: request.body }));
};

test('a part loaded later is loaded once, at the first call below its place', async () => {
  let loads = 0;
  const app = openApp({
    deskApi: async () => {
      loads += 1;
      return part;
    },
  });
  await app.inject('/healthz');
  expect(loads).toBe(0);
  const answers = await Promise.all([app.inject('/desk/api/address'), app.inject('/desk/api/address')]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(loads).toBe(1);
});

test('it reads paths and bodies by itself, and its answers carry the headers of all others', async () => {
  const app = openApp({ deskApi: async () => part });
  const answer = await app.inject({ method: 'PUT', url: '/desk/api/body/a%2Fb', payload: { text: '你好' } });
  expect(answer.json()).toEqual({ params: { name: 'a/b' }, body: { text: '你好' } });
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect((await app.inject('/desk/api/nowhere')).statusCode).toBe(404);
});

test('it believes the proxies the server believes', async () => {
  const app = openApp({ deskApi: async () => part, trustedProxies: ['127.0.0.1'] });
  const answer = await app.inject({ url: '/desk/api/address', headers: { 'x-forwarded-for': '203.0.113.7' } });
  expect(answer.json()).toEqual({ ip: '203.0.113.7' });
});

test('one that could not be loaded is tried again at the next call', async () => {
  let loads = 0;
  const app = openApp({
    deskApi: async () => {
      loads += 1;
      if (loads === 1) throw new Error('out of memory');
      return part;
    },
  });
  expect((await app.inject('/desk/api/address')).statusCode).toBe(500);
  expect((await app.inject('/desk/api/address')).statusCode).toBe(200);
});
