import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import { startState } from '../../src/conversation/state.ts';
import { silentLogger } from '../../src/logger.ts';
import { loadState, saveState } from '../../src/store/index.ts';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { ENGINE } from './engine-under-test.ts';
import { NOW } from './now.ts';
import { openAt } from './open-at.ts';
import { makeDirectory, openTemporary } from './temporary-store.ts';

const conversation = { channel: 'web', conversation: 'c1' };
const execute = promisify(execFile);
const coded = (code: string) => expect.objectContaining({ code });
const modeOf = (path: string) => statSync(path).mode & 0o777;
const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');

async function openAndClose(directory: string, key?: string): Promise<void> {
  await (await openAt(directory, { key })).close();
}

describe('the first start', () => {
  test('makes folder, key and database for our eyes only', async () => {
    const directory = makeDirectory();
    await openTemporary(directory);
    expect(modeOf(directory)).toBe(0o700);
    for (const file of ENGINE === 'sqlite' ? ['seal.key', 'desk.db', 'desk.db-wal', 'desk.db-shm'] : ['seal.key'])
      expect(modeOf(join(directory, file))).toBe(0o600);
  });

  test.runIf(ENGINE === 'sqlite')('sets the database to survive power loss', async () => {
    const { db } = await openTemporary();
    expect((await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)).rows).toEqual([
      { journal_mode: 'wal' },
    ]);
    expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
    expect((await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
  });

  test('processes starting at once agree on one key', async () => {
    const directory = makeDirectory();
    const program = join(import.meta.dirname, 'open-and-close.ts');
    await Promise.all([1, 2, 3].map(() => execute(process.execPath, [program, directory])));
    await openAndClose(directory);
  });

  test('with DESK_KEY no key file is made', async () => {
    const directory = makeDirectory();
    await openTemporary(directory, { key: keyOf(1) });
    expect(() => statSync(join(directory, 'seal.key'))).toThrow('ENOENT');
  });
});

describe('a later start', () => {
  test('finds what was stored and applies no migration twice', async () => {
    const directory = makeDirectory();
    const first = await openAt(directory);
    await saveState(first, conversation, { ...startState(), turns: 3 }, NOW);
    await first.close();
    const second = await openTemporary(directory);
    expect(await loadState(second, conversation)).toMatchObject({ turns: 3 });
    const applied = await second.db.selectFrom('migrations').selectAll().execute();
    expect(applied.map((row) => row.number)).toEqual(MIGRATIONS.map((migration) => migration.number));
  });

  test('a wrong key refuses to start', async () => {
    const directory = makeDirectory();
    await openAndClose(directory, keyOf(1));
    await expect(openAndClose(directory, keyOf(2))).rejects.toThrow(coded('KEY_WRONG'));
    await openAndClose(directory, keyOf(1));
  });

  test('a lost key file is not replaced by a new key', async () => {
    const directory = makeDirectory();
    await openAndClose(directory);
    rmSync(join(directory, 'seal.key'));
    await expect(openAndClose(directory)).rejects.toThrow(coded('KEY_WRONG'));
    expect(() => readFileSync(join(directory, 'seal.key'))).toThrow('ENOENT');
  });

  test('a damaged key file is named', async () => {
    const directory = makeDirectory();
    await openAndClose(directory);
    writeFileSync(join(directory, 'seal.key'), 'short\n');
    await expect(openAndClose(directory)).rejects.toThrow(/seal\.key is not a key/u);
  });

  test('a key file others can read is warned about', async () => {
    const directory = makeDirectory();
    await openAndClose(directory);
    chmodSync(join(directory, 'seal.key'), 0o644);
    const warn = vi.fn();
    await openTemporary(directory, { logger: { ...silentLogger, warn } });
    expect(warn).toHaveBeenCalledOnce();
  });

  test('a database of a newer version is left alone', async () => {
    const directory = makeDirectory();
    const store = await openAt(directory);
    await store.db.insertInto('migrations').values({ number: 999, name: 'later', at: '2030-01-01' }).execute();
    await store.close();
    await expect(openAndClose(directory)).rejects.toThrow(coded('STORE_NEWER'));
  });

  test.runIf(ENGINE === 'sqlite')('a file that is no database is reported, not overwritten', async () => {
    const directory = makeDirectory();
    mkdirSync(directory);
    writeFileSync(join(directory, 'desk.db'), 'a letter to the bureau '.repeat(100));
    await expect(openAndClose(directory, keyOf(1))).rejects.toThrow(coded('STORE_FAILED'));
    expect(readFileSync(join(directory, 'desk.db'), 'utf8')).toContain('a letter to the bureau');
  });
});

describe('what is stored', () => {
  test('a byte changed in the database is noticed', async () => {
    const store = await openTemporary();
    await saveState(store, conversation, startState(), NOW);
    const { state } = await store.db.selectFrom('conversations').select('state').executeTakeFirstOrThrow();
    state[state.length - 1] = (state.at(-1) ?? 0) ^ 1;
    await store.db.updateTable('conversations').set({ state }).execute();
    await expect(loadState(store, conversation)).rejects.toThrow(coded('SEALED_BROKEN'));
  });

  test('a transaction that fails leaves nothing behind', async () => {
    const store = await openTemporary();
    const failing = store.transaction(async (executor) => {
      await saveState(executor, conversation, startState(), NOW);
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(await loadState(store, conversation)).toBeUndefined();
  });

  test('transactions that hold the same name run one after the other', async () => {
    const store = await openTemporary();
    const add = () =>
      store.transaction(async (executor) => {
        await executor.lock('c1');
        const state = (await loadState(executor, conversation)) ?? startState();
        await saveState(executor, conversation, { ...state, turns: state.turns + 1 }, NOW);
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await loadState(store, conversation)).toMatchObject({ turns: 20 });
  });
});
