import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { startState } from '../../src/conversation/state.ts';
import { DeskError } from '../../src/errors.ts';
import { loadState, openStore, type Store, saveState, takeNextNumber } from '../../src/store/index.ts';
import { failConnecting, isConflict } from '../../src/store/postgres-failures.ts';
import { message, openScripted, textsOf } from '../delivery/desk-under-test.ts';
import { openWay } from './blackhole.ts';
import { ENGINE, makeSchema } from './engine-under-test.ts';
import { NOW } from './now.ts';
import { describeStore } from './open-at.ts';
import { makeDirectory, openTemporary } from './temporary-store.ts';

const coded = (code: string) => expect.objectContaining({ code });
const key = { channel: 'web', conversation: 'c1' };

/** Ends every connection of the store, as a server does that is shut down. */
async function terminate(store: Store, other: Store): Promise<void> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(store.db);
  const { rows: own } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.db);
  expect(rows[0]?.schema).toMatch(/^desk_test_/u);
  await sql`select pg_terminate_backend(${own[0]?.pid})`.execute(other.db);
}

describe.runIf(ENGINE === 'postgres')('on PostgreSQL', () => {
  test('rows come as they do from SQLite: numbers, plain bytes', async () => {
    const store = await openTemporary();
    await saveState(store, key, startState(), NOW);
    const row = await store.db.selectFrom('conversations').selectAll().executeTakeFirstOrThrow();
    expect(row.state.constructor).toBe(Uint8Array);
    expect(row.version).toBe(1);
    const { many } = await store.db
      .selectFrom('conversations')
      .select(({ fn }) => fn.countAll<number>().as('many'))
      .executeTakeFirstOrThrow();
    expect(many).toBe(1);
    expect(await takeNextNumber(store, 'x')).toBe(1);
  });

  test('a text with a NUL in it is stored, with a mark in its place', async () => {
    const store = await openTemporary();
    const received = await openScripted(store).receive(message('m1', '你\u0000好', 'c\u00001'));
    expect(textsOf(received)).toHaveLength(1);
  });

  test('a counter goes on past two thousand million', async () => {
    const store = await openTemporary();
    await store.db.insertInto('sequences').values({ name: 'inbox', value: 5_000_000_000 }).execute();
    expect(await takeNextNumber(store, 'inbox')).toBe(5_000_000_001);
  });

  test('numbers taken at once by several workers have no gaps and no twins', async () => {
    const directory = makeDirectory();
    const workers = [await openTemporary(directory), await openTemporary(directory)];
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        workers[index % 2]?.transaction(async (executor) => {
          const number = await takeNextNumber(executor, 'requests/2026');
          if (index % 5 === 4) throw new Error('given up');
          return number;
        }),
      ).map((each) => each?.catch(() => null)),
    );
    const numbers = taken.filter((each) => typeof each === 'number').sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
  });

  test('transactions that got into each other’s way are run again', async () => {
    const directory = makeDirectory();
    const workers = [await openTemporary(directory), await openTemporary(directory)];
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let runs = 0;
    // Each holds what the other wants: the server ends one of them.
    const cross = (worker: Store | undefined, names: [string, string], mine: () => void, theirs: Promise<void>) =>
      worker?.transaction(async (executor) => {
        runs += 1;
        await executor.lock(names[0]);
        mine();
        await theirs;
        await executor.lock(names[1]);
      });
    await Promise.all([
      cross(workers[0], ['a', 'b'], first.resolve, second.promise),
      cross(workers[1], ['b', 'a'], second.resolve, first.promise),
    ]);
    expect(runs).toBe(3);
    expect(isConflict(Object.assign(new Error(), { code: '40001' }))).toBe(true);
  });

  test('a connection the server has ended is STORE_FAILED within a transaction, and the next one works', async () => {
    const directory = makeDirectory();
    const [store, other] = [await openTemporary(directory), await openTemporary(directory)];
    const work = store.transaction(async (executor) => {
      await terminate({ ...store, ...executor }, other);
      await saveState(executor, key, startState(), NOW);
    });
    await expect(work).rejects.toThrow(coded('STORE_FAILED'));
    await store.transaction((executor) => saveState(executor, key, startState(), NOW));
    expect(await loadState(store, key)).toBeDefined();
  });

  test('a connection on which nothing comes back any more is noticed, and used no more', async () => {
    const directory = makeDirectory();
    const settings = await makeSchema(directory);
    const way = await openWay(new URL(settings.url));
    const database = { ...settings, url: way.url.href, connectMs: 300, statementMs: 100 };
    const store = await openTemporary(directory, { database: { ...database, statementMs: 5000 } });
    const hasty = await openTemporary(directory, { database });
    way.block(true);
    await expect(hasty.transaction((executor) => takeNextNumber(executor, 'x'))).rejects.toThrow(coded('STORE_FAILED'));
    way.block(false);
    await expect.poll(() => hasty.transaction((executor) => takeNextNumber(executor, 'x')).catch(() => 0)).toBe(1);
    expect(await store.transaction((executor) => takeNextNumber(executor, 'x'))).toBe(2);
  });

  test('a database that takes no connections now is away, whatever code the server gives', () => {
    const closed = Object.assign(new Error('database "desk" is not currently accepting connections'), {
      code: '55000',
    });
    expect(failConnecting(closed, 'here')).toMatchObject({ code: 'STORE_FAILED' });
  });

  test('a server that is not there, or does not let us in, is named without the password', async () => {
    const directory = makeDirectory();
    const options = await describeStore(directory);
    const failures = [
      'postgres://desk:s3cret@127.0.0.1:1/desk',
      'postgres://desk-nobody:s3cret@127.0.0.1:5432/desk-nowhere',
    ];
    for (const url of failures) {
      const database = { url, poolSize: 1, connectMs: 2000, statementMs: 2000 };
      const error = await openStore({ ...options, database }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(DeskError);
      expect(error).toMatchObject({ code: 'STORE_FAILED', hint: expect.stringContaining('DATABASE_URL') });
      expect(String(error)).toContain('127.0.0.1');
      expect(`${error} ${JSON.stringify(error)}`).not.toContain('s3cret');
    }
  });
});
