import { expect, test } from 'vitest';
import { call, hire, openOffice, seat } from './open-office.ts';

const NOON = [
  { from: '09:00', to: '11:30' },
  { from: '13:00', to: '17:00' },
];
const team = (over: object = {}) => ({ name: '受理', days: [1, 2, 3, 4, 5], intervals: NOON, exceptions: [], ...over });

async function openHours() {
  const office = await openOffice({
    standardHours: () => ({ assumed: true, teams: [{ id: 'all', ...team() }] }),
  });
  const browser = await seat(office, await hire(office, 'admin', ['administrator']));
  const set = (version: number, teams: object[] | null, headers = {}) =>
    call(office, browser, 'PUT', '/hours', { body: { version, teams }, headers });
  return { office, set, read: async () => (await call(office, browser, 'GET', '/hours')).json() };
}

test('hours set by an administrator count over those of the release until they are taken back', async () => {
  const { office, set, read } = await openHours();
  expect(await read()).toMatchObject({ version: 0, own: false, assumed: true, changedAt: null });
  const training = { from: '2026-11-01', to: '2027-01-31', intervals: [], why: '业务培训' };
  expect((await set(0, [team({ exceptions: [training] }), team({ name: '接访处' })])).statusCode).toBe(200);
  const own = await read();
  expect(own).toMatchObject({ version: 1, own: true, assumed: false });
  // The training outlasts the two months looked through; the other team keeps its own hours.
  expect(own.teams.map(({ name, next }: { name: string; next: unknown }) => [name, next !== null])).toEqual([
    ['受理', false],
    ['接访处', true],
  ]);
  expect((await set(1, null)).json()).toMatchObject({ version: 2, own: false, assumed: true });
  const audited = await office.store.db.selectFrom('audit').selectAll().where('event', '=', 'hours_changed').execute();
  expect(audited).toHaveLength(2);
});

test('of two who change them the second is told, and nothing is lost', async () => {
  const { set, read } = await openHours();
  expect((await set(0, [team()])).statusCode).toBe(200);
  expect((await set(0, [team({ name: '晚班' })])).json().error.code).toBe('changed');
  expect((await read()).teams[0].name).toBe('受理');
});

test.each([
  ['interval_backwards', [team({ intervals: [{ from: '17:00', to: '09:00' }] })], '结束早于开始'],
  ['intervals_overlap', [team({ intervals: [NOON[0], { from: '11:00', to: '17:00' }] })], '重叠'],
  [
    'exception_backwards',
    [team({ exceptions: [{ from: '2026-12-02', to: '2026-12-01', intervals: [] }] })],
    '早于第一天',
  ],
  ['exceptions_overlap', [team({ exceptions: [1, 2].map(() => ({ from: '2026-12-02', intervals: [] })) })], '同一天'],
  ['team_twice', [team(), team()], '同一个名称'],
])('%s is refused in words that say how to mend it', async (_, teams, words) => {
  const { set } = await openHours();
  const { code, message, hint } = (await set(0, teams)).json().error;
  expect([code, message]).toEqual(['hours_unsound', '“受理”的时间有不对的地方，没有保存。']);
  expect(hint).toContain(words);
});
