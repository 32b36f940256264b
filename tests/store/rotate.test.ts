import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  beginKeyFileRotation,
  endKeyFileRotation,
  findRequest,
  matchSecret,
  readKeyStandings,
  resealAll,
  type Store,
} from '../../src/store/index.ts';
import { conversationId, eventOf, message, openScripted } from '../delivery/desk-under-test.ts';
import { openAt } from './open-at.ts';
import { makeDirectory, openTemporary } from './temporary-store.ts';

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const [OLD, NEW] = [keyOf(1), keyOf(2)];

/** Opens the store for one piece of work. */
async function using<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function fill(store: Store) {
  const desk = openScripted(store);
  await desk.receive(message('m1', '你好'));
  const filed = eventOf(await desk.receive(message('m2', 'file d1')));
  await desk.receive(message('m3', 'person', 'c2'));
  return { secret: filed.kind === 'request_filed' ? (filed.secret ?? '') : '' };
}

describe('a rotation of the master key', () => {
  test('seals everything anew, after which the old key is not needed and codes still match', async () => {
    const directory = makeDirectory();
    const { secret } = await using(await openAt(directory, { key: OLD }), fill);
    const resealed = await using(await openAt(directory, { key: NEW, oldKey: OLD }), (store) =>
      resealAll(store, () => {}),
    );
    expect(resealed).toEqual({ sealed: expect.any(Number), broken: 0 });
    expect(resealed.sealed).toBeGreaterThan(10);
    const store = await openTemporary(directory, { key: NEW });
    expect(await openScripted(store).readTranscript(conversationId('c1'), 0)).toHaveLength(5);
    const request = await findRequest(store, 'SPB-2026-000001');
    expect(matchSecret(store.sealer, 'SPB-2026-000001', secret, request?.secretHash)).toBe(true);
    expect(await readKeyStandings(store, [])).toHaveLength(1);
    await expect(openAt(directory, { key: OLD })).rejects.toThrow(expect.objectContaining({ code: 'KEY_WRONG' }));
  });

  test('broken off goes on where it was, and only the first key or both open it meanwhile', async () => {
    const directory = makeDirectory();
    await using(await openAt(directory, { key: OLD }), fill);
    const both = { key: NEW, oldKey: OLD };
    let first = 0;
    const broken = using(await openAt(directory, both), (store) =>
      resealAll(store, (_, done) => {
        first += done;
        throw new Error('killed');
      }),
    );
    await expect(broken).rejects.toThrow('killed');
    await expect(openAt(directory, { key: keyOf(3) })).rejects.toThrow(expect.objectContaining({ code: 'KEY_WRONG' }));
    const rest = await using(await openAt(directory, both), (store) => resealAll(store, () => {}));
    expect([first, rest.sealed]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(first).toBeGreaterThan(0);
    await using(await openAt(directory, both), async (store) => {
      expect(await resealAll(store, () => {})).toEqual({ sealed: 0, broken: 0 });
    });
  });

  test('leaves what is damaged as it is, and says how much that is', async () => {
    const directory = makeDirectory();
    await using(await openAt(directory, { key: OLD }), async (store) => {
      await fill(store);
      await store.db
        .updateTable('conversations')
        .set({ state: new Uint8Array(90) })
        .where('id', '=', 'c2')
        .execute();
    });
    const both = await openTemporary(directory, { key: NEW, oldKey: OLD });
    expect(await resealAll(both, () => {})).toMatchObject({ broken: 1 });
  });

  test('of the key file is noticed by a process that goes on serving; only at its end the old key goes', async () => {
    const directory = makeDirectory();
    const serving = await openTemporary(directory);
    const desk = openScripted(serving);
    await fill(serving);
    const before = readFileSync(join(directory, 'seal.key'), 'utf8');
    beginKeyFileRotation(directory);
    beginKeyFileRotation(directory);
    expect(readFileSync(join(directory, 'seal.key.old'), 'utf8')).toBe(before);
    expect(readFileSync(join(directory, 'seal.key'), 'utf8')).not.toBe(before);
    const rotating = await openTemporary(directory);
    await resealAll(rotating, () => {});
    const current = (await readKeyStandings(rotating, [])).map(({ id }) => id);
    // It looks again after a second; until then what it seals is found by the next pass.
    await expect
      .poll(
        async () => {
          const id = `m${performance.now()}`;
          await desk.receive(message(id, '还在吗', 'c9'));
          await resealAll(rotating, () => {});
          return (await readKeyStandings(serving, [])).map(({ id }) => id);
        },
        { timeout: 5000 },
      )
      .toEqual(current);
    expect(await desk.readTranscript(conversationId('c1'), 0)).toHaveLength(5);
    endKeyFileRotation(directory);
    expect(existsSync(join(directory, 'seal.key.old'))).toBe(false);
    await (await openAt(directory)).close();
  });
});
