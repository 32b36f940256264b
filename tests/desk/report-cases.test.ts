import { expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { readReportCases } from '../../src/desk/reports/read-report-cases.ts';
import type { Store } from '../../src/store/index.ts';
import { fileRequest, go, usualWay } from '../cases/office.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { openTemporary } from '../store/temporary-store.ts';

const TODAY = '2026-11-23' as Day;

const file = (store: Store, id: string) => fileRequest(store, { id, key: { channel: 'web', conversation: id } });

test('a case is counted by its log: who asked, when it was received and ended, and in which row', async () => {
  const store = await openTemporary();
  const [answered, withdrawn, filed] = [await file(store, 'd1'), await file(store, 'd2'), await file(store, 'd3')];
  await go(store, answered, usualWay(TODAY));
  await go(store, withdrawn, [
    ['registrar', 'received', { receivedOn: TODAY, confirmation: '电话确认' }],
    ['requester', 'withdrawn'],
  ]);
  const cases = await readReportCases(store, shippedRules.regimes, TODAY);
  const facts = Object.fromEntries(cases.map(({ number, ...rest }) => [number, rest]));
  expect(facts[answered]).toEqual({ applicant: 0, receivedOn: TODAY, endedOn: TODAY, row: 'granted', disputes: [] });
  expect(facts[withdrawn]).toMatchObject({ receivedOn: TODAY, endedOn: TODAY, row: 'other-other' });
  expect(facts[filed]).toMatchObject({ receivedOn: null, endedOn: null });
  const before = await readReportCases(store, shippedRules.regimes, '2026-11-22' as Day);
  expect(before.every(({ receivedOn, endedOn }) => receivedOn === null && endedOn === null)).toBe(true);
});
