import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdRelease } from '../../src/cli/hold-release.ts';
import { readConfig } from '../../src/config.ts';
import { turn } from '../../src/conversation/turn.ts';
import { publishRelease, pushFolder } from '../../src/desk/releases/index.ts';
import { silentLogger } from '../../src/logger.ts';
import type { Store } from '../../src/store/index.ts';
import { message, openScripted, textsOf } from '../delivery/desk-under-test.ts';
import { breakKnowledge } from '../knowledge/break-knowledge.ts';
import { NOW } from '../store/now.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';

/** A clock the test turns. */
function openClock() {
  let at = NOW.getTime();
  return { now: () => new Date(at), pass: (ms: number) => (at += ms) };
}

async function openPublishing() {
  const directory = makeDirectory();
  const store = await openTemporary(directory);
  const folder = breakKnowledge();
  const config = { ...readConfig({}, directory), ...folder, cacheDirectory: join(directory, 'cache') };
  const clock = openClock();
  const open = () => holdRelease({ config, store, now: clock.now, logger: silentLogger });
  const file = join(folder.knowledgeDirectory, 'town/authority.yaml');
  /** Publishes the folder with this greeting-side change, from `seconds` on. */
  async function publish(mark: string, seconds: number): Promise<string> {
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(?:\n# .*)?\n$/u, `\n# ${mark}\n`));
    const pushed = await pushFolder(store, folder, { by: 'wang', now: clock.now() });
    if (pushed.kind === 'diverged') throw new Error('diverged');
    const from = new Date(clock.now().getTime() + seconds * 1000);
    await store.transaction((executor) =>
      publishRelease(executor, { release: pushed.hash, from, by: 'wang', now: clock.now() }),
    );
    return pushed.hash;
  }
  return { store, open, publish, ...clock };
}

/** Hash each line of the desk was answered from. */
async function readReleasesOfLines(store: Store): Promise<(string | null)[]> {
  const rows = await store.db
    .selectFrom('lines')
    .select('release')
    .where('speaker', '=', 'desk')
    .orderBy('at')
    .execute();
  return rows.map(({ release }) => release);
}

test('with nothing published the folder is served', async () => {
  const { open } = await openPublishing();
  expect((await open()).current().base.profile.id).toBe('town');
});

test('a release is served from its instant on, by every process alike, without a restart', async () => {
  const { open, publish, pass } = await openPublishing();
  const [one, other] = [await open(), await open()];
  const folder = one.current().hash;
  const first = await publish('一', 10);
  await one.look();
  await other.look();
  expect([one.current().hash, other.current().hash]).toEqual([folder, folder]);
  pass(9_999);
  expect([one.current().hash, other.current().hash]).toEqual([folder, folder]);
  pass(1);
  expect([one.current().hash, other.current().hash]).toEqual([first, first]);
  expect((await open()).current().hash).toBe(first);
});

test('a release that is damaged is not served, and the last good one stays', async () => {
  const { store, open, publish, pass } = await openPublishing();
  const holder = await open();
  const first = await publish('一', 0);
  await holder.look();
  expect(holder.current().hash).toBe(first);
  const second = await publish('二', 1);
  await store.db.updateTable('releases').set({ content: 'H4sI' }).where('hash', '=', second).execute();
  await holder.look();
  pass(2000);
  expect(holder.current().hash).toBe(first);
});

test('published and rolled back again and again under load, each answer is of one release, which it records', async () => {
  const { store, open, publish, pass, now } = await openPublishing();
  const hashes = [await publish('一', 0), await publish('二', 0)];
  const holder = await open();
  const desk = openScripted(store, { turn, release: holder.current, now });
  let asked = 0;
  for (let round = 0; round < 12; round += 1) {
    const release = hashes[round % 2] ?? '';
    await store.transaction((executor) => publishRelease(executor, { release, from: now(), by: 'wang', now: now() }));
    const asking = [0, 1, 2, 3].map((each) => {
      asked += 1;
      return desk.receive(message(`m${asked}`, '你好', `c${each}`));
    });
    await holder.look();
    for (const received of await Promise.all(asking)) expect(textsOf(received).length).toBeGreaterThan(0);
    pass(1000);
    expect(holder.current().hash).toBe(release);
  }
  await desk.drain();
  const recorded = new Set(await readReleasesOfLines(store));
  expect([...recorded].toSorted()).toEqual(hashes.toSorted());
});
