import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEventStreams } from '../../../src/desk/events/index.ts';
import { NOBODY, PARTIES } from '../../../src/desk/rights/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import type { Role } from '../../../src/roles.ts';
import { appendLines, joinQueue, leaveQueue } from '../../../src/store/index.ts';
import { NOW } from '../../store/now.ts';
import { listen, tells } from './listen.ts';
import { call, hire, type Office, openOffice, seat } from './open-office.ts';

const KEY = { channel: 'web', conversation: 'c1' };
let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.app.close());

const join = () => office.store.transaction((executor) => joinQueue(executor, KEY, '', NOW));
const enter = async (name: string, roles: readonly Role[] = ['chat_agent']) =>
  seat(office, await hire(office, name, roles));

test('what changes reaches whoever may see it, and nobody else', async () => {
  const [agent, keeper, auditor] = [
    await listen(office, await enter('wang')),
    await listen(office, await enter('admin', ['administrator'])),
    await listen(office, await enter('sun', ['auditor'])),
  ];
  await agent.hears(({ event }) => event === 'hello');
  const { id } = await join();
  await agent.hears(tells(`conversation:${id}`));
  // A second change, so that what the others were told of the first would have come.
  await office.store.transaction((executor) =>
    appendLines(executor, KEY, [{ from: 'citizen', message: { kind: 'text', text: '在吗' } }], NOW),
  );
  await agent.hears((event) => event === agent.events.filter(tells(`conversation:${id}`))[1]);
  expect([...keeper.events, ...auditor.events].filter(({ event }) => event === 'change')).toEqual([]);
  expect(JSON.stringify(agent.events)).not.toContain('在吗');
});

test('who comes back to another process is told what happened meanwhile, and only that', async () => {
  const browser = await enter('wang');
  const first = await listen(office, browser);
  const { id } = await join();
  await first.hears(tells(`conversation:${id}`));
  const last = first.events.at(-1)?.id ?? '';
  first.leave();
  office.wait(2);
  await office.store.transaction((executor) => leaveQueue(executor, KEY, office.now()));
  await office.store.transaction((executor) => joinQueue(executor, { ...KEY, conversation: 'c2' }, '', office.now()));
  const other = await openOffice({ now: office.now }, office.store);
  const back = await listen(other, browser, { 'last-event-id': last });
  await back.hears(tells('conversation:2'));
  expect(back.events.map(({ event }) => event)).not.toContain('hello');
  back.leave();
  const long = await listen(other, browser, { 'last-event-id': '2020-01-01T00:00:00.000Z' });
  await long.hears(({ event }) => event === 'hello');
  await other.app.close();
});

test('a stream that is being opened when the process stops ends as well', async () => {
  const subscribed = Promise.withResolvers<() => void>();
  const feed = { subscribe: () => subscribed.promise, nudge() {}, close() {} };
  const streams = createEventStreams({ store: office.store, feed, logger: silentLogger, now: office.now });
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const listening = { actor: NOBODY, sessionHash: '', rightsVersion: 1, lastEventId: undefined };
  const opening = streams.open(response, listening);
  streams.close();
  const left: boolean[] = [];
  subscribed.resolve(() => left.push(true));
  await opening;
  expect([response.writableEnded, left]).toEqual([true, [true]]);
});

test('a stream ends with the session, and when rights change', async () => {
  const [wang, zhao, admin] = [await enter('wang'), await enter('zhao'), await enter('admin', ['administrator'])];
  const [wangs, zhaos] = [await listen(office, wang), await listen(office, zhao)];
  await call(office, wang, 'DELETE', '/session');
  const roles = { body: { roles: ['handler'] } };
  expect((await call(office, admin, 'PATCH', `/accounts/${zhao.staff.id}`, roles)).statusCode).toBe(200);
  await Promise.all([wangs.ended, zhaos.ended]);
  expect(wangs.events.at(-1)?.event).toBe('ended');

  const qian = await enter('qian');
  const idle = await listen(office, qian);
  office.wait(31);
  await idle.ended;
});

test('what a page asks by itself does not keep a session from ending of idleness', async () => {
  const wang = await enter('wang');
  office.wait(20);
  const alone = { headers: { 'x-unattended': '1' } };
  expect((await call(office, wang, 'GET', '/conversations', alone)).statusCode).toBe(200);
  office.wait(11);
  expect((await call(office, wang, 'GET', '/conversations', alone)).statusCode).toBe(401);
});

test('every role follows, nobody else does, and no other site has a browser do it', async () => {
  for (const party of PARTIES) {
    const stage = party === 'code' || party === 'password' || party === 'enrol' ? party : 'full';
    const role: Role = party === 'nobody' || stage !== 'full' ? 'handler' : (party as Role);
    const browser = party === 'nobody' ? undefined : await seat(office, await hire(office, party, [role]), stage);
    const { status, leave } = await listen(office, browser);
    expect([party, status]).toEqual([party, party === 'nobody' || stage !== 'full' ? 401 : 200]);
    leave();
  }
  const wang = await enter('wang');
  expect((await listen(office, wang, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await listen(office, wang, { 'sec-fetch-site': 'none' })).status).toBe(403);
});

test('those who have the same conversation open see each other, and who is writing', async () => {
  const [wang, zhao] = [await enter('wang'), await enter('zhao', ['unit_head'])];
  const { id } = await join();
  const look = async (browser: typeof wang, body: object = {}) =>
    (await call(office, browser, 'POST', `/conversations/${id}/presence`, { body })).json().others;
  const stream = await listen(office, wang);
  expect(await look(wang)).toEqual([]);
  expect(await look(zhao, { typing: true })).toEqual([{ staff: wang.staff.id, typing: false }]);
  await stream.hears(tells(`presence:conversation:${id}`));
  expect(await look(wang)).toEqual([{ staff: zhao.staff.id, typing: true }]);
  office.wait(0.2);
  expect(await look(wang)).toEqual([{ staff: zhao.staff.id, typing: false }]);
  await look(zhao, { here: false });
  expect(await look(wang)).toEqual([]);
  await look(zhao);
  office.wait(1);
  expect(await look(wang)).toEqual([]);
});
