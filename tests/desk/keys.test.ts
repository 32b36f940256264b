import { expect, test } from 'vitest';
import { openKeys } from '../../src/cli/open-keys.ts';
import { readConfig } from '../../src/config.ts';
import { createTicker } from '../../src/delivery/index.ts';
import { findAudit } from '../../src/desk/audit/index.ts';
import { createRotationJob, KEY_ROTATION } from '../../src/desk/keys/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { LOOK_AGAIN_MS } from '../../src/store/index.ts';
import { message, openScripted } from '../delivery/desk-under-test.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { call, hire, openOffice, seat } from './api/open-office.ts';

test('an administrator has everything sealed anew under another key, and sees how far it is; never a key', async () => {
  const directory = makeDirectory();
  const store = await openTemporary(directory);
  const keys = openKeys(readConfig({ DESK_DATA: directory }, directory), silentLogger);
  const office = await openOffice({ keys }, store);
  const desk = openScripted(store, { now: office.now });
  for (let count = 0; count < 30; count += 1) await desk.receive(message(`m${count}`, '你好', `c${count}`));
  const administrator = await seat(office, await hire(office, 'admin', ['administrator']));
  const read = async () => (await call(office, administrator, 'GET', '/keys')).json();
  const [before] = keys.list();
  const sealed = store.sealer.seal({ table: 'lines', column: 'body', key: ['web', 'c1', 1] }, '你好');
  expect(await read()).toMatchObject({ source: 'file', mayRotate: true, rotating: false });

  await call(office, administrator, 'POST', '/keys/rotation');
  const begun = await read();
  expect(begun.rotating).toBe(true);
  expect(begun.keys).toMatchObject([
    { state: 'current', values: 0 },
    { id: before?.id, state: 'old' },
  ]);
  const all = begun.keys[1].values;
  expect(all).toBeGreaterThan(100);

  // The key ring of a serving process looks again by the clock of the machine.
  await expect.poll(() => store.sealer.isCurrent(sealed), { timeout: LOOK_AGAIN_MS * 3 }).toBe(false);
  const jobs = { [KEY_ROTATION]: createRotationJob(keys) };
  const ticker = createTicker({ store, jobs, holder: 'one', now: office.now, logger: silentLogger });
  office.wait(1);
  await ticker.run();
  const half = await read();
  expect(half.rotating).toBe(true);
  for (let runs = 0; runs < 9 && (await read()).rotating; runs += 1) {
    office.wait(1);
    await ticker.run();
  }
  const after = await read();
  expect(after).toMatchObject({ rotating: false, keys: [{ id: begun.keys[0].id, state: 'current' }] });
  expect(after.keys[0].values).toBeGreaterThanOrEqual(all);
  expect((await findAudit(store, {}, { most: 9 })).map(({ event }) => event)).toEqual([
    'key_rotation_done',
    'key_rotation_started',
  ]);
});

test('a key given by the environment is rotated only once the one before it is given too', async () => {
  const given = { source: 'given', list: () => [{ id: 'a' }], begin: () => {}, end: () => {} } as const;
  const office = await openOffice({ keys: { ...given, holdsSpooled: () => false } });
  const administrator = await seat(office, await hire(office, 'admin', ['administrator']));
  expect((await call(office, administrator, 'GET', '/keys')).json()).toMatchObject({ mayRotate: false });
  const refused = await call(office, administrator, 'POST', '/keys/rotation');
  expect(refused.json().error).toMatchObject({ code: 'key_given' });
});
