import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createMetrics } from '../../src/cli/metrics.ts';
import { openPlatforms } from '../../src/cli/open-platforms.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { readChannelStandings } from '../../src/cli/read-channel-standings.ts';
import { silentLogger } from '../../src/logger.ts';
import { scriptedRelease } from '../delivery/scripted-turn.ts';
import { NOW } from '../store/now.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { openContext } from './open-context.ts';

async function openServing(settings: Record<string, string>) {
  const directory = makeDirectory();
  const store = await openTemporary(directory);
  const { context, output } = openContext(directory, settings);
  const releases = {
    current: () => scriptedRelease,
    standard: () => scriptedRelease,
    look: async () => {},
    reload: async () => [],
    watch() {},
    stop: async () => {},
  };
  const metrics = createMetrics(store);
  const config = { ...context.config(), dataDirectory: directory };
  const files = async () => 'gone' as const;
  const rooms = { store, releases, logger: silentLogger, metrics, files };
  const platforms = await openPlatforms(context, config, rooms);
  return { platforms, metrics, context, output, store };
}

async function runChannels({ context, output }: ReturnType<typeof openContext>): Promise<Record<string, unknown>[]> {
  await (await buildProgram(context, 'channels')).parseAsync(['node', 'desk', 'channels', '--json']);
  output.end();
  return (await text(output))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('a channel without its secret does not start, the others do', async () => {
  const { platforms } = await openServing({
    PLAIN_TOKEN: 'a',
    PLAIN_TOKEN_2: 'b',
    PLAIN_TOKEN_3: 'malformed',
    BROKEN_TOKEN: 'x',
  });
  expect(platforms.hooks.map(({ path }) => path)).toEqual(['/hooks/plain', '/hooks/plain/2']);
  expect(platforms.problems).toEqual([
    { channel: 'plain-3', why: 'PLAIN_TOKEN: malformed' },
    { channel: 'broken', why: 'BROKEN_KEY' },
  ]);
  await platforms.stop();
});

test('`channels` says what is configured, connected and missing, and when somebody wrote last', async () => {
  const { platforms, metrics, context, output } = await openServing({ PLAIN_TOKEN: 'a', BROKEN_TOKEN: 'x' });
  platforms.start();
  await platforms.hooks[0]?.handle(new Request('http://desk/hooks/plain', { method: 'POST' }));
  const rows = await runChannels({ context, output });
  const rowOf = (channel: string) => rows.find((row) => row.channel === channel);
  expect(rowOf('plain')).toMatchObject({ configured: true, connected: true, lastMessageAt: NOW.toISOString() });
  expect(rowOf('broken')).toMatchObject({ configured: false, connected: false, missing: ['BROKEN_KEY'] });
  expect(rowOf('unused')).toMatchObject({ configured: false, connected: false, missing: [] });
  const scraped = await (await metrics.hook.handle(new Request('http://desk/metrics'))).text();
  expect(scraped).toContain('desk_delivery_events_total{channel="plain",event="taken"} 1');
  expect(scraped).toContain('desk_lines_undelivered{channel="plain"} 0');
  await platforms.stop();
});

test('a platform that quotes a secret in its failure is not quoted with it', async () => {
  const { platforms, context, store } = await openServing({ PLAIN_TOKEN: 'unreachable' });
  platforms.start();
  const readWhy = async () =>
    (await readChannelStandings(context, store)).find(({ channel }) => channel === 'plain')?.why;
  await expect.poll(readWhy).toBe('https://plain.example/bot*** refused');
  await platforms.stop();
});

test('the room of the staff stands in the list once a setting speaks of it, with what it lacks', async () => {
  const store = await openTemporary();
  const listed = async (settings: Record<string, string>) =>
    (await readChannelStandings(openContext(makeDirectory(), settings).context, store)).at(-1);
  expect((await listed({}))?.channel).not.toContain('staff-room');
  const half = { channel: 'staff-room/room', configured: false, missing: ['STAFF_KEY'] };
  expect(await listed({ STAFF_TOKEN: 'a' })).toMatchObject(half);
  expect(await listed({ STAFF_TOKEN: 'a', STAFF_KEY: 'b' })).toMatchObject({ configured: true, missing: [] });
});

test('once the desk has stopped nothing is connected', async () => {
  const { platforms, context, output } = await openServing({ PLAIN_TOKEN: 'a' });
  platforms.start();
  await platforms.stop();
  const rows = await runChannels({ context, output });
  expect(rows.filter((row) => row.connected)).toEqual([]);
});
