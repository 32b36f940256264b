import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  backUp,
  countServing,
  moveTo,
  openStore,
  readRequests,
  restoreFrom,
  type Store,
} from '../../src/store/index.ts';
import { COPIED_TABLES } from '../../src/store/table-order.ts';
import { conversationId, message, openScripted } from '../delivery/desk-under-test.ts';
import { ENGINE, makeSchema } from './engine-under-test.ts';
import { describeStore } from './open-at.ts';
import { makeDirectory, openTemporary } from './temporary-store.ts';

const coded = (code: string) => expect.objectContaining({ code });
const key = Buffer.alloc(32, 5).toString('base64');
const keep = { replace: false };

/** A desk that has had some messages and two requests. */
async function fill(store: Store): Promise<void> {
  const desk = openScripted(store);
  await desk.receive(message('m1', '你好'));
  await desk.receive(message('m2', 'file d1'));
  await desk.receive(message('m3', 'file d2', 'c2'));
  await desk.receive(message('m4', 'person', 'c2'));
}

async function openFilled(directory = makeDirectory()) {
  const store = await openTemporary(directory, { key });
  await fill(store);
  return { store, from: await describeStore(directory, { key }), file: join(dirname(directory), 'copy.db') };
}

async function readAll(store: Store): Promise<readonly unknown[]> {
  const transcripts = await Promise.all(
    ['c1', 'c2'].map((each) => openScripted(store).readTranscript(conversationId(each), 0)),
  );
  return [...transcripts, await readRequests(store)];
}

describe('a backup', () => {
  test('taken while the desk is open, and restored elsewhere, gives the same desk, which goes on', async () => {
    const { store, from, file } = await openFilled();
    const copied = await backUp(from, file);
    expect(copied.map(({ table }) => table)).toEqual(COPIED_TABLES);
    expect(copied.find(({ table }) => table === 'requests')).toMatchObject({ rows: 2 });

    const elsewhere = makeDirectory();
    expect(await restoreFrom(await describeStore(elsewhere, { key }), file, keep)).toEqual(copied);
    const restored = await openTemporary(elsewhere, { key });
    expect(await readAll(restored)).toEqual(await readAll(store));
    await openScripted(restored).receive(message('m5', 'file d3'));
    expect((await readRequests(restored)).map(({ number }) => number)).toContain('SPB-2026-000003');
  });

  test('is one file for our eyes only, with nothing personal readable and no key', async () => {
    const { from, file } = await openFilled();
    await backUp(from, file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect([existsSync(`${file}-wal`), existsSync(`${file}-shm`)]).toEqual([false, false]);
    expect(readFileSync(file).includes('你好')).toBe(false);
    expect(readFileSync(file).includes(Buffer.from(key, 'base64'))).toBe(false);
  });

  test('does not write over a file', async () => {
    const { from, file } = await openFilled();
    writeFileSync(file, 'mine');
    await expect(backUp(from, file)).rejects.toThrow(coded('INPUT_INVALID'));
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('is restored over what is there only when asked to, and then wholly', async () => {
    const { store, from, file } = await openFilled();
    await backUp(from, file);
    const before = await readAll(store);
    await openScripted(store).receive(message('m5', 'file d3'));
    await expect(restoreFrom(from, file, keep)).rejects.toThrow(coded('INPUT_INVALID'));
    expect(await readRequests(store)).toHaveLength(3);
    await restoreFrom(from, file, { replace: true });
    expect(await readAll(store)).toEqual(before);
  });

  test('is refused with another key, by something that is no backup, and when it is damaged; nothing changes', async () => {
    const { store, from, file } = await openFilled();
    await backUp(from, file);
    const before = await readAll(store);
    const other = Buffer.alloc(32, 6).toString('base64');
    await expect(restoreFrom({ ...from, key: other }, file, { replace: true })).rejects.toThrow(coded('KEY_WRONG'));
    const letter = `${file}.letter`;
    writeFileSync(letter, 'a letter to the bureau '.repeat(500));
    await expect(restoreFrom(from, letter, { replace: true })).rejects.toThrow(coded('STORE_FAILED'));
    await expect(restoreFrom(from, `${file}.gone`, { replace: true })).rejects.toThrow(coded('NOT_FOUND'));
    expect(await readAll(store)).toEqual(before);
  });
});

test.runIf(ENGINE === 'postgres')(
  'a database says how many processes serve from it, on whichever machine they are',
  async () => {
    const { store, from } = await openFilled();
    const deaf = store.notices.listen('news', () => {});
    await vi.waitUntil(async () => (await countServing(from)) === 1, { timeout: 10_000 });
    deaf();
    expect(await countServing(await describeStore(makeDirectory(), { key }))).toBe(0);
  },
);

describe.runIf(ENGINE === 'postgres')('moving from SQLite to PostgreSQL', () => {
  async function openSource() {
    const directory = makeDirectory();
    const from = { ...(await describeStore(directory, { key })), database: undefined };
    const store = await openStore(from);
    await fill(store);
    const before = await readAll(store);
    await store.close();
    return { from, before, target: { ...from, database: await makeSchema(directory) } };
  }

  test('brings everything over and leaves the file as it was', async () => {
    const { from, before, target } = await openSource();
    const file = readFileSync(join(from.directory, 'desk.db'));
    const seen: string[] = [];
    const copied = await moveTo(from, target, (table, rows) => seen.push(`${table} ${rows}`));
    expect(seen).toContain('requests 2');
    expect(copied.find(({ table }) => table === 'requests')?.hash).toMatch(/^[0-9a-f]{64}$/u);
    const moved = await openStore(target);
    expect(await readAll(moved)).toEqual(before);
    await moved.close();
    expect(readFileSync(join(from.directory, 'desk.db')).equals(file)).toBe(true);
  });

  test('is refused when the other database holds anything', async () => {
    const { from, target } = await openSource();
    await moveTo(from, target);
    await expect(moveTo(from, target)).rejects.toThrow(coded('INPUT_INVALID'));
  });
});
