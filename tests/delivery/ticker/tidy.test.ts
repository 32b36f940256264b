import { expect, test } from 'vitest';
import { createTicker, tidy } from '../../../src/delivery/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { message, openScripted } from '../desk-under-test.ts';
import { createClock } from '../platform/pipeline-under-test.ts';

const DAY = 86_400_000;

test('a handled message is remembered for a month: sent again within it nothing happens twice, and then it is forgotten', async () => {
  const [store, clock] = [await openTemporary(), createClock()];
  const desk = openScripted(store, { now: clock.now });
  const ticker = createTicker({
    store,
    jobs: { tidy },
    recurring: ['tidy'],
    holder: 'one',
    now: clock.now,
    logger: silentLogger,
  });
  await desk.receive(message('m1', 'hello'));
  clock.forward(29 * DAY);
  await ticker.run();
  expect((await desk.receive(message('m1', 'hello'))).repeated).toBe(true);
  clock.forward(2 * DAY);
  await ticker.run();
  expect(await store.db.selectFrom('inbox').select('message_id').execute()).toEqual([]);
});
