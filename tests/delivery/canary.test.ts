import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '../../src/store/index.ts';
import { ENGINE } from '../store/engine-under-test.ts';
import { NOW } from '../store/now.ts';
import { describeStore } from '../store/open-at.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { listSecrets, makeCanary, spell } from './canaries.ts';

/** People who file; the full dose is 200. */
const PEOPLE = Number(process.env.DESK_TEST_CANARIES ?? 12);

/** Every file in a folder and those in it, name and content. */
function readFiles(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

function findPlain(folder: string, texts: readonly string[]): string[] {
  const files = readFiles(folder);
  return texts.flatMap((text) => {
    const spellings = spell(text);
    return files
      .filter(({ bytes }) => spellings.some((spelling) => bytes.includes(spelling)))
      .map(({ name }) => `${text} in ${name}`);
  });
}

/** Lets a process live through many filings and kills it with -9 in the middle of another. */
async function liveAndDie(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const program = join(import.meta.dirname, 'canary-life.ts');
  const child = spawn(process.execPath, [program, directory, `${PEOPLE}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('nothing personal stands readable anywhere', () => {
  test(`in no byte of ${PEOPLE} filings, their failures, hand-overs, spool, log, metrics and backup, nor after a kill`, async () => {
    const directory = makeDirectory();
    const root = dirname(directory);
    await liveAndDie(directory);
    const names = readFiles(root).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['backup.db', 'data/spool/web.spool', 'debug.log', 'metrics.txt']));
    if (ENGINE === 'sqlite') expect(names).toContain('data/desk.db-wal');
    const secrets = Array.from({ length: PEOPLE + 1 }, (_, index) => listSecrets(makeCanary(index + 1))).flat();
    expect(findPlain(root, secrets)).toEqual([]);
  }, 240_000);

  test('and the search would find what stood there', async () => {
    const directory = makeDirectory();
    const store = await openTemporary(directory);
    const { name, phone, address } = makeCanary(1);
    const what = Buffer.from(phone).toString('base64');
    const reason = Buffer.from(address).toString('hex');
    const row = { id: 1, at: NOW.toISOString(), who: name, what, reason };
    await store.db.insertInto('access_log').values(row).execute();
    const file = join(dirname(directory), 'backup.db');
    await backUp(await describeStore(directory), file);
    const found = findPlain(dirname(directory), [name, phone, address]);
    expect(found).toEqual(expect.arrayContaining([name, phone, address].map((text) => `${text} in backup.db`)));
  });
});
