import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRelease } from '../../src/knowledge/index.ts';
import { checkLink, checkLinks, isPublicAddress } from '../../src/knowledge-links/check-link.ts';
import { listLinks } from '../../src/knowledge-links/list-links.ts';
import { ROOT } from '../architecture/imports.ts';

const server = createServer((request, response) => {
  const [, path = ''] = (request.url ?? '').split('/');
  if (path === 'silent') return;
  if (path === 'moved') response.writeHead(302, { location: '/200' }).end();
  else if (path === 'inside') response.writeHead(301, { location: 'http://10.0.0.1/' }).end();
  else if (path === 'round') response.writeHead(302, { location: '/round' }).end();
  else if (path === 'file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
  else response.writeHead(Number(path)).end('x'.repeat(100_000));
});
let port = 0;
beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const rules = (patience = 5000) => ({
  patience,
  ports: [port],
  mayReach: (address: string) => address === '127.0.0.1',
});
const check = (path: string, patience?: number) => checkLink(`http://127.0.0.1:${port}/${path}`, rules(patience));

test.each([
  ['200', { kind: 'alive', status: 200 }],
  ['moved', { kind: 'alive', status: 200 }],
  ['404', { kind: 'dead', why: '404' }],
  ['410', { kind: 'dead', why: '410' }],
  ['403', { kind: 'unsure', why: '403' }],
  ['503', { kind: 'unsure', why: '503' }],
  ['inside', { kind: 'refused', why: 'address' }],
  ['round', { kind: 'refused', why: 'redirects' }],
  ['file', { kind: 'refused', why: 'protocol' }],
])('a page that answers with %s', async (path, state) => expect(await check(path)).toEqual(state));

test('a page that says nothing is waited for no longer than the patience allows', async () => {
  expect(await check('silent', 50)).toMatchObject({ kind: 'unsure' });
});

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/latest/meta-data',
  'http://localhost/',
])('nothing inside is ever asked: %s', async (address) => {
  expect(await checkLink(address, { patience: 5000 })).toEqual({ kind: 'refused', why: 'address' });
});

test('only the public Internet counts as outside, and only its usual ports', async () => {
  expect(['8.8.8.8', '2400:3200::1'].every(isPublicAddress)).toBe(true);
  expect(['10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fd00::1', '0.0.0.0', 'x'].some(isPublicAddress)).toBe(
    false,
  );
  expect(await checkLink('http://example.com:6379/', { patience: 1 })).toEqual({ kind: 'refused', why: 'port' });
});

test('many are asked a few at a time, each once', async () => {
  const seen: string[] = [];
  const addresses = ['200', '404', 'moved'].map((path) => `http://127.0.0.1:${port}/${path}`);
  const states = await checkLinks(addresses, { ...rules(), together: 2, onChecked: (address) => seen.push(address) });
  expect([...states.keys()].toSorted()).toEqual(addresses.toSorted());
  expect(seen).toHaveLength(3);
});

test('a name that leads nowhere is dead only where others answer: else we are cut off ourselves', async () => {
  const nowhere = 'http://nowhere.invalid/';
  const together = { ...rules(), together: 2 };
  expect((await checkLinks([nowhere], together)).get(nowhere)).toMatchObject({ kind: 'unsure' });
  const [here, there] = [`http://127.0.0.1:${port}/404`, nowhere];
  const states = await checkLinks([here, there], together);
  expect(states.get(here)).toMatchObject({ kind: 'dead' });
});

test('every address of the knowledge is listed once, with where it stands', () => {
  const loaded = loadRelease({
    knowledgeDirectory: `${ROOT}/knowledge`,
    messagesDirectory: `${ROOT}/messages`,
    authority: 'shenyang-petition-bureau',
  });
  if (!('release' in loaded)) throw new Error('the shipped knowledge is sound');
  const links = listLinks(loaded.release.base);
  expect(new Set(links.map(({ url }) => url)).size).toBe(links.length);
  const report = links.find(({ url }) => url.includes('t20240218_4606415'));
  expect(report?.places.join()).toMatch(/^published\/reports\/2023/u);
});
