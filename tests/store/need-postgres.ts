import { afterAll, beforeEach } from 'vitest';
import { closeServer, dropEmptied, isReachable, keepServer, tidyCatalogue } from './engine-under-test.ts';

/** Without the server the gate fails; elsewhere the tests are shown as skipped. */
if (!(await isReachable())) {
  const why = 'no PostgreSQL server: start one, or name it in DESK_TEST_POSTGRES_URL';
  if (process.env.CI === 'true') throw new Error(why);
  beforeEach(({ skip }) => skip(why));
} else {
  await keepServer();
  afterAll(async () => {
    await dropEmptied();
    await tidyCatalogue();
    await closeServer();
  });
}
