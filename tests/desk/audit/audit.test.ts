import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { type AuditEntry, appendAudit, findAudit, verifyAudit } from '../../../src/desk/audit/index.ts';
import type { Store } from '../../../src/store/index.ts';
import { NOW } from '../../store/now.ts';
import { makeDirectory, openTemporary } from '../../store/temporary-store.ts';

const execute = promisify(execFile);

const entry = (subject: string): AuditEntry => ({
  at: NOW.toISOString(),
  event: 'user_updated',
  actor: 'staff:1',
  subject,
  detail: { why: subject },
});
const append = (store: Store, subject: string) =>
  store.transaction((executor) => appendAudit(executor, entry(subject)));

async function openChain(length: number): Promise<Store> {
  const store = await openTemporary();
  for (let each = 1; each <= length; each += 1) await append(store, `staff:${each}`);
  return store;
}

describe('the chain', () => {
  test('holds, and its head changes with every entry', async () => {
    const store = await openChain(2);
    const before = await verifyAudit(store);
    await append(store, 'staff:3');
    const after = await verifyAudit(store);
    expect([before, after]).toMatchObject([
      { holds: true, entries: 2 },
      { holds: true, entries: 3 },
    ]);
    expect(before).not.toEqual({ ...after, entries: 2 });
  });

  test.each(['at', 'event', 'actor', 'subject', 'detail', 'hash'] as const)('shows a changed %s', async (column) => {
    const store = await openChain(3);
    await store.db
      .updateTable('audit')
      .set({ [column]: '{"x":1}' })
      .where('seq', '=', 2)
      .execute();
    expect(await verifyAudit(store)).toEqual({ holds: false, at: 2, why: 'changed' });
  });

  test.each([
    ['from the beginning', 1],
    ['from the middle', 2],
    ['from the end', 3],
  ])('shows an entry taken %s', async (_, seq) => {
    const store = await openChain(3);
    await store.db.deleteFrom('audit').where('seq', '=', seq).execute();
    expect(await verifyAudit(store)).toEqual({ holds: false, at: seq, why: 'missing' });
  });

  test('shows two entries that changed places', async () => {
    const store = await openChain(3);
    for (const [from, to] of [
      [1, 9],
      [2, 1],
      [9, 2],
    ] as const) {
      await store.db.updateTable('audit').set({ seq: to }).where('seq', '=', from).execute();
    }
    expect(await verifyAudit(store)).toEqual({ holds: false, at: 1, why: 'changed' });
  });

  test('shows an entry replaced by one the desk itself had written in another course of things', async () => {
    const store = await openChain(1);
    await append(store, 'staff:2');
    const other = await store.db.selectFrom('audit').selectAll().where('seq', '=', 2).executeTakeFirstOrThrow();
    await store.db.deleteFrom('audit').where('seq', '=', 2).execute();
    await store.db.updateTable('sequences').set({ value: 1 }).where('name', '=', 'audit').execute();
    for (const subject of ['staff:22', 'staff:23']) await append(store, subject);
    expect(await verifyAudit(store)).toMatchObject({ holds: true, entries: 3 });
    await store.db.updateTable('audit').set(other).where('seq', '=', 2).execute();
    expect(await verifyAudit(store)).toEqual({ holds: false, at: 3, why: 'changed' });
  });

  test('stays whole when processes write at the same time', async () => {
    const directory = makeDirectory();
    const store = await openTemporary(directory);
    const program = join(import.meta.dirname, 'append-many.ts');
    await Promise.all(['one', 'other'].map((who) => execute(process.execPath, [program, directory, who])));
    expect(await verifyAudit(store)).toMatchObject({ holds: true, entries: 40 });
    const actors = (await findAudit(store, {}, { most: 40 })).map(({ actor }) => actor);
    expect(new Set(actors)).toEqual(new Set(['one', 'other']));
  });

  test('an entry rolled back with its transaction leaves no gap', async () => {
    const store = await openChain(1);
    const failing = store.transaction(async (executor) => {
      await appendAudit(executor, entry('staff:2'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await append(store, 'staff:3');
    expect(await verifyAudit(store)).toMatchObject({ holds: true, entries: 2 });
  });
});

test('a search finds by event, actor, subject and time, newest first, a page at a time', async () => {
  const store = await openChain(5);
  const seqs = async (...given: Parameters<typeof findAudit> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await findAudit(store, ...given)).map(({ seq }) => seq);
  expect(await seqs({}, { most: 2 })).toEqual([5, 4]);
  expect(await seqs({}, { most: 2, before: 4 })).toEqual([3, 2]);
  expect(await seqs({ subjects: ['staff:2'] }, { most: 9 })).toEqual([2]);
  expect(await seqs({ subjects: ['staff:2', 'staff:4'] }, { most: 9 })).toEqual([4, 2]);
  expect(await seqs({ event: 'user_created' }, { most: 9 })).toEqual([]);
  expect(await seqs({ actors: ['staff:1'], from: NOW.toISOString() }, { most: 9 })).toEqual([5, 4, 3, 2, 1]);
  expect(await seqs({ to: NOW.toISOString() }, { most: 9 })).toEqual([]);
});
