import { expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { findRequest, insertRequest, readDerived, withDerived } from '../../src/store/index.ts';
import { NOW } from './now.ts';
import { openTemporary } from './temporary-store.ts';

const NUMBER = 'SPB-2026-000001';
const key = { channel: 'web', conversation: 'c1' };
const notice = { version: '2026-11', text: '先跟您说清楚', at: '2026-11-23T02:00:00.000Z' };

test.each([
  { id: 'd1' },
  {
    id: 'd1',
    applicant: 'person',
    name: '王小明',
    phone: '13800000000',
    description: '统计表',
    delivery: 'mail',
    notice,
  },
] as const)(
  'what is stored is given back as it would be read, also with what follows from its events: %o',
  async (draft) => {
    const store = await openTemporary();
    const filed = { number: NUMBER, draft, secretHash: 'x', filedOn: '2026-11-23' as Day, at: NOW };
    const inserted = await store.transaction((executor) => insertRequest(executor, key, filed));
    expect(inserted).toEqual(await findRequest(store, NUMBER));
    const later = {
      state: 'registered',
      received_on: '2026-11-24',
      due_on: '2026-12-22',
      due_provisional: 1,
      version: 3,
    };
    const people = { way: 'web', owner: 'h1', unit: '接访处', drafter: 'h2', outcome: 'A2', answered_on: '2026-12-01' };
    await store.db
      .updateTable('requests')
      .set({ ...later, ...people, regime: '2007' })
      .execute();
    const { row } = await readDerived(store, NUMBER);
    if (!row) throw new Error('it was not stored');
    expect(withDerived(inserted, row)).toEqual(await findRequest(store, NUMBER));
  },
);
