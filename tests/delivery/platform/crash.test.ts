import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createRandom } from '../../../src/chaos/random.ts';
import { makeDirectory, openTemporary } from '../../store/temporary-store.ts';
import { openPipeline } from './pipeline-under-test.ts';
import { createPlainAdapter } from './plain-adapter.ts';

const PROGRAM = join(import.meta.dirname, 'delivering-process.ts');

/** On either database; with those of `tests/chaos/chaos.test.ts` the gate kills sixty times. */
const KILLS = 27;
/** At most so many messages are acknowledged before a process is killed. */
const MOST = 30;

/**
 * Lets a process take messages after those acknowledged, and kills it once it is up and has acknowledged so many more.
 * Returns which one it acknowledged last.
 */
async function killAfter(directory: string, acknowledged: number, more: number): Promise<number> {
  const args = [PROGRAM, directory, `${acknowledged + 1}`];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(directory, 'compiled') };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  let last = acknowledged;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'up') last = Number(line);
    if (last >= acknowledged + more) child.kill('SIGKILL');
  }
  await gone;
  return last;
}

function readSent(directory: string): string[] {
  const file = join(directory, 'sent');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

test(`killed with -9 ${KILLS} times, wherever it is, the desk answers every message it acknowledged, in order, under the same keys`, {
  timeout: 180_000,
}, async () => {
  const directory = makeDirectory();
  const random = createRandom(40);
  let acked = 0;
  for (let kills = 0; kills < KILLS; kills += 1) {
    const more = random.between(0, MOST);
    const last = await killAfter(directory, acked, more);
    expect(last).toBeGreaterThanOrEqual(acked + more);
    acked = last;
  }
  const before = readSent(directory);
  const store = await openTemporary(directory);
  const adapter = createPlainAdapter({ rate: { most: 100_000, perMs: 1000 } });
  const { pipeline } = openPipeline(store, adapter, { spoolDirectory: join(directory, 'spool') });
  await pipeline.settle();
  const after = adapter.sent.map(({ key, part }) => `${key} ${part.text}`);
  // A line sent just before the end is sent again under its key; a platform that knows keys drops it.
  const arrived = [...new Set([...before, ...after])].map((line) => line.slice(line.indexOf(' ') + 1));
  const expected = Array.from({ length: arrived.length }, (_, index) => `${index + 1}: ${index + 1}`);
  expect(arrived).toEqual(expected);
  expect(arrived.length).toBeGreaterThanOrEqual(acked);
});
