import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createWebAdapter } from '../../../adapters/web/index.ts';
import type { Adapter, Desk } from '../../../src/channel/desk.ts';
import { createMemoryDesk } from '../../fakes/memory-desk.ts';
import { createEchoDesk } from './open-app.ts';
import { makePageDirectory } from './page-directory.ts';
import { messages } from './project.ts';
import { type EventReader, readEvents } from './read-events.ts';

const open: Adapter[] = [];
const readers: EventReader[] = [];

async function start(desk: Desk): Promise<string> {
  const adapter = createWebAdapter({
    desk,
    messages,
    host: '127.0.0.1',
    port: 0,
    now: () => 0,
    page: { directory: makePageDirectory(), authority: '甲局', embedOrigins: [] },
  });
  open.push(adapter);
  const address = await adapter.start();
  if (address === null) throw new Error('the adapter has an address');
  return address;
}

async function follow(address: string, query = '', headers: Record<string, string> = {}): Promise<EventReader> {
  const reader = await readEvents(`${address}api/chat/c/events${query}`, headers);
  readers.push(reader);
  return reader;
}

function say(address: string, id: string): Promise<Response> {
  return fetch(`${address}api/chat/c/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, text: '你好' }),
  });
}

async function takeIds(reader: EventReader, count: number): Promise<(string | undefined)[]> {
  return (await reader.take(count)).map((event) => event.id);
}

afterEach(async () => {
  for (const reader of readers.splice(0)) reader.leave();
  await Promise.all(open.splice(0).map((adapter) => adapter.stop()));
});

test('sends what was said before, then every new line as it is stored', async () => {
  const address = await start(createEchoDesk());
  await say(address, 'm1');
  const reader = await follow(address);
  expect(reader.response.headers.get('content-type')).toContain('text/event-stream');
  expect(await takeIds(reader, 2)).toEqual(['1', '2']);
  await say(address, 'm2');
  const [, reply] = await reader.take(2);
  expect(reply).toMatchObject({ id: '4', event: 'line', data: { seq: 4, from: 'desk', kind: 'text' } });
});

test('a repeated message tells followers nothing twice', async () => {
  const address = await start(createEchoDesk());
  const reader = await follow(address);
  for (const id of ['m1', 'm1', 'm2']) await say(address, id);
  expect(await takeIds(reader, 4)).toEqual(['1', '2', '3', '4']);
});

test('resumes after the last event seen, which counts more than the address asked first', async () => {
  const address = await start(createEchoDesk());
  for (const id of ['m1', 'm2', 'm3']) await say(address, id);
  expect(await takeIds(await follow(address, '?after=4'), 2)).toEqual(['5', '6']);
  expect(await takeIds(await follow(address, '?after=0', { 'last-event-id': '5' }), 1)).toEqual(['6']);
});

test('a reader resumes at another server over the same desk: nothing depends on the first', async () => {
  const desk = createEchoDesk();
  const first = await start(desk);
  await say(first, 'm1');
  await takeIds(await follow(first), 2);
  await open.splice(0)[0]?.stop();

  const second = await start(desk);
  await say(second, 'm2');
  expect(await takeIds(await follow(second, '', { 'last-event-id': '2' }), 2)).toEqual(['3', '4']);
});

test('a line stored while the backlog is being read arrives once and in order', async () => {
  const desk = createEchoDesk();
  const slow: Desk = {
    ...desk,
    readTranscript: async (conversation, after) => {
      const lines = await desk.readTranscript(conversation, after);
      await say(address, 'in-between');
      return lines;
    },
  };
  const address = await start(slow);
  await say(address, 'before');
  expect(await takeIds(await follow(address), 4)).toEqual(['1', '2', '3', '4']);
});

test('stopping ends open streams instead of waiting for readers to leave', async () => {
  const address = await start(createEchoDesk());
  const reader = await follow(address);
  await open.splice(0)[0]?.stop();
  expect(await reader.ended()).toBe(true);
});

test('stopping does not wait for connections on which nothing was asked', async () => {
  const { hostname, port } = new URL(await start(createEchoDesk()));
  const silent = connect(Number(port), hostname);
  await once(silent, 'connect');
  // Once this is answered, the server has taken the silent one as well.
  await say(`http://${hostname}:${port}/`, 'm1');
  const hungUp = once(silent, 'close');
  await open.splice(0)[0]?.stop();
  await hungUp;
});

test('stopping lets a message in hand finish and answers it', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const desk = createMemoryDesk(async () => {
    begin();
    await held;
    return { replies: [{ kind: 'text', text: '好了' }] };
  });
  const answer = say(await start(desk), 'm1');
  await begun;
  const stopped = open.splice(0)[0]?.stop();
  letGo();
  expect((await answer).status).toBe(202);
  await stopped;
});

test('a reader that leaves is no longer followed', async () => {
  const desk = createEchoDesk();
  let followers = 0;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const counted: Desk = {
    ...desk,
    follow: (conversation, listener) => {
      followers += 1;
      const unfollow = desk.follow(conversation, listener);
      return () => {
        followers -= 1;
        unfollow();
        resolve();
      };
    },
  };
  const reader = await follow(await start(counted));
  expect(followers).toBe(1);
  reader.leave();
  await gone;
  expect(followers).toBe(0);
});

test('the seventh page of one conversation takes the place of the first', async () => {
  const address = await start(createEchoDesk());
  const first = await follow(address);
  for (let index = 0; index < 6; index += 1) await follow(address);
  expect(await first.ended()).toBe(true);
});

test('a taken port is told as such', async () => {
  const address = await start(createEchoDesk());
  const second = createWebAdapter({
    desk: createEchoDesk(),
    messages,
    host: '127.0.0.1',
    port: Number(new URL(address).port),
    now: () => 0,
    page: { directory: makePageDirectory(), authority: '甲局', embedOrigins: [] },
  });
  await expect(second.start()).rejects.toMatchObject({ code: 'ADDRESS_IN_USE' });
});
