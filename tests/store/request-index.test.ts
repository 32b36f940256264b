import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../src/requests/form/draft.ts';
import { findRequestsBy, insertRequest, type Store } from '../../src/store/index.ts';
import { NOW } from './now.ts';
import { openAt } from './open-at.ts';
import { makeDirectory, openTemporary } from './temporary-store.ts';

const key = { channel: 'web', conversation: 'c1' };
const notice = { version: '2026-11', text: '先跟您说清楚', at: '2026-11-23T02:00:00.000Z' };

async function file(store: Store, number: string, draft: Partial<Draft>): Promise<void> {
  const filed = { number, draft: { id: number, ...draft }, secretHash: 'x', filedOn: '2026-11-23' as never, at: NOW };
  await store.transaction((executor) => insertRequest(executor, key, filed));
}

async function openWithRequests() {
  const store = await openTemporary();
  await file(store, 'SPB-2026-000001', { name: '阿依古丽·买买提', phone: '13812341234' });
  await file(store, 'SPB-2026-000002', { name: '欧阳娜娜', phone: '024-23456789' });
  await file(store, 'SPB-2026-000003', { name: '和平合作社', contactName: '欧阳娜娜', phone: '+86 138-1234-1234' });
  return store;
}

describe('a request is found without opening any', () => {
  test.each([
    [{ name: '阿依古丽•买买提' }, ['SPB-2026-000001']],
    [{ name: ' 欧阳 娜娜 ' }, ['SPB-2026-000003', 'SPB-2026-000002']],
    [{ phone: '+86 138 1234 1234' }, ['SPB-2026-000003', 'SPB-2026-000001']],
    [{ phone: '１３８１２３４１２３４' }, ['SPB-2026-000003', 'SPB-2026-000001']],
    [{ phone: '（024）23456789' }, ['SPB-2026-000002']],
    [{ number: ' spb-2026-000002 ' }, ['SPB-2026-000002']],
    [{ name: '欧阳' }, []],
    [{ name: '13812341234' }, []],
    [{ number: 'SPB-2026-999999' }, []],
  ])('by %o', async (wanted, numbers) => {
    expect(await findRequestsBy(await openWithRequests(), wanted)).toEqual(numbers);
  });

  test('and the index tells nothing: no name, no phone, no hash anybody could make without the key', async () => {
    const store = await openWithRequests();
    const rows = JSON.stringify(await store.db.selectFrom('request_index').selectAll().execute());
    expect(rows).not.toMatch(/欧阳|13812341234/u);
    expect(rows).not.toContain(createHash('sha256').update('13812341234').digest('hex'));
  });

  test('also when it was stored before there was an index', async () => {
    const directory = makeDirectory();
    const store = await openAt(directory);
    await file(store, 'SPB-2026-000001', { name: '张三' });
    await store.db.deleteFrom('request_index').execute();
    await store.close();
    expect(await findRequestsBy(await openTemporary(directory), { name: '张三' })).toEqual(['SPB-2026-000001']);
  });
});

test('the notice that was agreed to is kept by version and hash', async () => {
  const store = await openTemporary();
  await file(store, 'SPB-2026-000001', { name: '张三', notice });
  expect(
    await store.db.selectFrom('requests').select(['notice_version', 'notice_hash', 'consented_at']).executeTakeFirst(),
  ).toEqual({
    notice_version: '2026-11',
    notice_hash: createHash('sha256').update(notice.text).digest('hex'),
    consented_at: notice.at,
  });
});
