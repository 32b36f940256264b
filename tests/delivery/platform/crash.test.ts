import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { makeDirectory, openTemporary } from '../../store/temporary-store.ts';
import { openPipeline } from './pipeline-under-test.ts';
import { createPlainAdapter } from './plain-adapter.ts';

const PROGRAM = join(import.meta.dirname, 'delivering-process.ts');

/** Lets a process take messages and kills it as soon as it has acknowledged so many. Returns how many it had in the end. */
async function killAfter(directory: string, acknowledged: number): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last === acknowledged) child.kill('SIGKILL');
  }
  await gone;
  return last;
}

function readSent(directory: string): string[] {
  const file = join(directory, 'sent');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

test.each([1, 8, 60])(
  'killed with -9 after acknowledging %i messages, the desk answers every one of them, in order, under the same keys',
  { timeout: 60_000 },
  async (acknowledged) => {
    const directory = makeDirectory();
    const acked = await killAfter(directory, acknowledged);
    expect(acked).toBeGreaterThanOrEqual(acknowledged);
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
  },
);
