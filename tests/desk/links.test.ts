import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { beginLinkCheck, isChecking, readLinks, runLinkCheck } from '../../src/desk/links/index.ts';
import { DeskError } from '../../src/errors.ts';
import { armFailpoints } from '../../src/failpoints.ts';
import { checkLinks, type LinkState } from '../../src/knowledge-links/check-link.ts';
import type { Store } from '../../src/store/index.ts';
import { stopAt } from '../fail-at.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { call, hire, openOffice, seat } from './api/open-office.ts';

const links = ['https://a.example.org/', 'https://b.example.org/', 'https://c.example.org/'].map((url, at) => ({
  url,
  places: [`answers/${at}`],
}));
const alive: LinkState = { kind: 'alive', status: 200 };
const gone: LinkState = { kind: 'dead', why: '404' };

test('one run goes on at a time, everybody sees how far it is, and the dead are listed first', async () => {
  const store = await openTemporary();
  const now = () => NOW;
  const begin = (holder: string) =>
    store.transaction((executor) => beginLinkCheck(executor, links, { holder, now: NOW }));
  expect(await Promise.all([begin('one'), begin('two')])).toEqual([true, false]);
  const seen: number[] = [];
  const check: Parameters<typeof runLinkCheck>[2]['check'] = async (urls, onChecked) => {
    const states: [string, LinkState][] = urls.map((url, at) => [
      url,
      at === 2 ? gone : { kind: 'unsure', why: '503' },
    ]);
    for (const [url, state] of states) {
      onChecked(url, state);
      await expect.poll(async () => (await readLinks(store)).checked).toBe(seen.length + 1);
      seen.push((await isChecking(store, NOW)) ? 1 : 0);
    }
    // Judged together at the end the first is well after all.
    return new Map([...states, [urls[0] ?? '', alive]]);
  };
  await runLinkCheck(store, links, { holder: 'one', now, check });
  expect(seen).toEqual([1, 1, 1]);
  expect(await isChecking(store, NOW)).toBe(false);
  expect(await readLinks(store)).toMatchObject({
    total: 3,
    checked: 3,
    ill: [
      { url: links[2]?.url, state: 'dead', why: '404', places: ['answers/2'] },
      { url: links[1]?.url, state: 'unsure', why: '503' },
    ],
  });
  // A run that was cut off is begun anew, by whoever comes.
  expect(await begin('two')).toBe(true);
  expect(await readLinks(store)).toMatchObject({ total: 3, checked: 0, ill: [] });
});

test.each(['link.ask.before', 'link.ask.after'])(
  'a run whose process ended at %s is begun anew two minutes later, and asks for everything',
  async (point) => {
    const store = await openTemporary();
    const server = createServer((_request, response) => void response.end('here'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const pages = ['a', 'b', 'c'].map((page) => ({ url: `http://127.0.0.1:${port}/${page}`, places: ['answers/0'] }));
    const rules = { patience: 5000, together: 1, ports: [port], mayReach: () => true };
    const run = async (holder: string, now: Date) => {
      const begun = await store.transaction((executor) => beginLinkCheck(executor, pages, { holder, now }));
      if (!begun) return false;
      await runLinkCheck(store, pages, {
        holder,
        now: () => now,
        check: (addresses, onChecked) => checkLinks(addresses, { ...rules, onChecked }),
      });
      return true;
    };
    const stopped = stopAt((name) => name === point, 2);
    void run('one', NOW);
    await stopped;
    armFailpoints(undefined);
    expect(await run('two', NOW)).toBe(false);
    expect(await run('two', new Date(NOW.getTime() + 120_001))).toBe(true);
    expect(await readLinks(store)).toMatchObject({ total: 3, checked: 3, ill: [] });
  },
);

test('a database that goes away meanwhile ends the run, and nothing else', async () => {
  const store = await openTemporary();
  await store.transaction((executor) => beginLinkCheck(executor, links, { holder: 'one', now: NOW }));
  let away = false;
  const broken: Store = {
    ...store,
    transaction: (work) => (away ? Promise.reject(new DeskError('STORE_FAILED', 'away')) : store.transaction(work)),
  };
  const check: Parameters<typeof runLinkCheck>[2]['check'] = async (urls, onChecked) => {
    away = true;
    for (const url of urls) onChecked(url, alive);
    // Long enough for node to end a process that hears of no failure.
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    away = false;
    return new Map();
  };
  await expect(runLinkCheck(broken, links, { holder: 'one', now: () => NOW, check })).rejects.toThrow('away');
  expect(await isChecking(store, NOW)).toBe(false);
});

test('an editor begins it in the console', async () => {
  const office = await openOffice();
  const editor = await seat(office, await hire(office, 'editor', ['knowledge_editor']));
  expect((await call(office, editor, 'POST', '/knowledge/links/check')).json()).toEqual({ started: true });
  const read = async () => (await call(office, editor, 'GET', '/knowledge/links')).json();
  await expect.poll(async () => (await read()).running).toBe(false);
  expect(await read()).toMatchObject({ ill: [] });
});
