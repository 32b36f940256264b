import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { isRedisInstalled, type OwnRedis, startOwnRedis } from '../../src/chaos/redis-server.ts';
import { silentLogger } from '../../src/logger.ts';
import {
  createRedisNotices,
  createSharedCounters,
  isRedisThere,
  openRedis,
  type Redis,
} from '../../src/redis/index.ts';
import { createLocalNotices } from '../../src/store/notices.ts';
import { openWay } from '../store/blackhole.ts';

const INSTALLED = isRedisInstalled();
if (!INSTALLED && process.env.CI === 'true') throw new Error('no redis-server: install one');

const MINUTE = 60_000;
const PATIENT = { timeout: 10_000 };
const clock = () => performance.now();
const name = (key: string) => `n:${key}`;

/** A process's connection, once it is up. */
async function openProcess(url: string): Promise<Redis> {
  const redis = openRedis(url, { logger: silentLogger, clock });
  onTestFinished(redis.close);
  await expect.poll(() => redis.ask((client) => client.ping()), PATIENT).toBe('PONG');
  return redis;
}

describe.runIf(INSTALLED)('over a real Redis', () => {
  let server: OwnRedis;
  beforeAll(async () => {
    server = await startOwnRedis();
  });
  afterAll(() => server.stop());
  beforeEach(() => server.command('FLUSHALL'));

  test('processes count together, and what they count is not to be read off the keys', async () => {
    const [one, other] = [await openProcess(server.url), await openProcess(server.url)];
    const hidden = (key: string) => createHash('sha256').update(key).digest('hex');
    const counters = [createSharedCounters(one, hidden), createSharedCounters(other, hidden)];
    const counts = [];
    for (const index of [0, 1, 0, 1]) counts.push(await counters[index]?.add('address:192.0.2.1', MINUTE, 5));
    expect(counts).toEqual([1, 2, 3, 4]);
    expect(await counters[0]?.add('address:192.0.2.1', MINUTE, MINUTE + 5)).toBe(1);
    expect(await server.command('KEYS', '*192*')).toEqual([]);
    const [key] = (await server.command('KEYS', '*')) as string[];
    expect(Number(await server.command('PTTL', key ?? ''))).toBeGreaterThan(MINUTE);
  });

  test('emptied in between, a process goes on from its own count', async () => {
    const counters = createSharedCounters(await openProcess(server.url), name);
    for (const _ of [1, 2, 3]) await counters.add('a', MINUTE, 0);
    await server.command('FLUSHALL');
    expect(await counters.add('a', MINUTE, 0)).toBe(4);
  });

  test('out of memory, each counts for itself and nobody is told of an error', async () => {
    const counters = createSharedCounters(await openProcess(server.url), name);
    await server.command('CONFIG', 'SET', 'maxmemory', '1');
    onTestFinished(async () => void (await server.command('CONFIG', 'SET', 'maxmemory', '0')));
    expect([await counters.add('b', MINUTE, 0), await counters.add('b', MINUTE, 0)]).toEqual([1, 2]);
  });

  test('a Redis that does not answer holds nobody up, and is not asked again at once', async () => {
    const way = await openWay(new URL(server.url));
    const counters = createSharedCounters(await openProcess(way.url.href), name);
    way.block(true);
    const begun = clock();
    expect(await counters.add('c', MINUTE, 0)).toBe(1);
    expect(clock() - begun).toBeLessThan(1000);
    const again = clock();
    for (const many of [2, 3, 4, 5]) expect(await counters.add('c', MINUTE, 0)).toBe(many);
    expect(clock() - again).toBeLessThan(100);
  });

  test('a notice over Redis reaches the others once, and over the database when Redis is gone', async () => {
    const [one, other] = [await openProcess(server.url), await openProcess(server.url)];
    const database = createLocalNotices();
    const teller = createRedisNotices(one, database, 'desk');
    const hearer = createRedisNotices(other, createLocalNotices(), 'desk');
    onTestFinished(async () => void (await Promise.all([teller.close(), hearer.close()])));
    const heard: string[] = [];
    hearer.listen('changes', () => heard.push('over redis'));
    database.listen('changes', () => heard.push('over the database'));
    // Whoever listens anew looks once, because something may have been missed.
    await expect.poll(() => heard, PATIENT).toContain('over redis');
    heard.length = 0;
    teller.announce('changes');
    await expect.poll(() => heard, PATIENT).toEqual(['over redis']);
    heard.length = 0;
    await server.kill();
    teller.announce('changes');
    await expect.poll(() => heard, PATIENT).toEqual(['over the database']);
    await server.revive();
    await expect.poll(() => heard, PATIENT).toContain('over redis');
  });

  test('a desk whose database is away ends, though its Redis is there', async () => {
    const call = [fileURLToPath(new URL('../../src/main.ts', import.meta.url)), 'chat'];
    const env = {
      DATABASE_URL: 'postgres://127.0.0.1:1/desk',
      REDIS_URL: server.url,
      DESK_DATA: join(tmpdir(), 'none'),
    };
    const ended = promisify(execFile)(process.execPath, call, { env, timeout: 20_000 });
    await expect(ended).rejects.toMatchObject({ code: 74, killed: false });
  });

  test('doctor tells one that answers from one that does not', async () => {
    expect(await isRedisThere(server.url)).toBe(true);
  });
});

test('where there is no Redis at all everything goes on at once', async () => {
  const redis = openRedis('redis://127.0.0.1:1', { logger: silentLogger, clock });
  onTestFinished(redis.close);
  const counters = createSharedCounters(redis, name);
  expect([await counters.add('d', MINUTE, 0), await counters.add('d', MINUTE, 0)]).toEqual([1, 2]);
  expect(await isRedisThere('redis://127.0.0.1:1')).toBe(false);
});
