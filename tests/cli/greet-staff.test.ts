import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { CliContext } from '../../src/cli/context.ts';
import { greetStaff } from '../../src/cli/greet-staff.ts';
import { DeskError } from '../../src/errors.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';

/** What the command has of its surroundings, as far as greeting needs it. */
function openContext(output: PassThrough): CliContext {
  const say = (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`;
  return { output, say, now: () => NOW } as unknown as CliContext;
}

test('a database that is away when the desk has just come up does not end it; the password is shown when it is back', async () => {
  const store = await openTemporary();
  let asked = 0;
  const failing = {
    ...store,
    get db() {
      asked += 1;
      if (asked <= 2) throw new DeskError('STORE_FAILED', 'away');
      return store.db;
    },
  };
  const output = new PassThrough();
  await greetStaff(openContext(output), failing, new AbortController().signal, 0);
  expect(String(output.read())).toContain('"password"');
});

test('told to stop, it waits no longer', async () => {
  const stop = new AbortController();
  const away = {
    ...(await openTemporary()),
    get db(): never {
      stop.abort();
      throw new DeskError('STORE_FAILED', 'away');
    },
  };
  await expect(greetStaff(openContext(new PassThrough()), away, stop.signal)).resolves.toBeUndefined();
});
