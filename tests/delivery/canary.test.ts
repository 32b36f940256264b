import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '../../src/store/index.ts';
import { dose, doseTimeout } from '../dose.ts';
import { ENGINE } from '../store/engine-under-test.ts';
import { NOW } from '../store/now.ts';
import { describeStore } from '../store/open-at.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { listAllSecrets, makeCanary, spell } from './canaries.ts';
import { findAll } from './find-all.ts';

/** People who file; the full dose is 200. */
const PEOPLE = dose(6);

/** Every file in a folder and those in it, name and content. */
function readFiles(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

function findPlain(folder: string, texts: readonly string[]): string[] {
  const spelled = new Map(texts.flatMap((text) => spell(text).map((spelling) => [spelling, text] as const)));
  return readFiles(folder).flatMap(({ name, bytes }) => {
    const found = new Set([...findAll(bytes, [...spelled.keys()])].map((spelling) => spelled.get(spelling)));
    return [...found].map((text) => `${text} in ${name}`);
  });
}

/** Lets a process live through many filings and kills it with -9 in the middle of another. */
async function liveAndDie(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const program = join(import.meta.dirname, 'canary-life.ts');
  const temporary = join(directory, '..', 'tmp');
  mkdirSync(temporary);
  const child = spawn(process.execPath, [program, directory, `${PEOPLE}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temporary },
  });
  const exited = once(child, 'exit');
  const stood = await Promise.race([once(child.stdout, 'data').then(() => true), exited.then(() => false)]);
  if (!stood) throw new Error('the process ended before it could be killed');
  child.kill('SIGKILL');
  await exited;
}

describe('nothing personal stands readable anywhere', () => {
  test(
    `in no byte of ${PEOPLE} whole lives: failures, files, letters, corrections, spool, log, figures, backup, erasing, a kill`,
    async () => {
      const directory = makeDirectory();
      const root = dirname(directory);
      await liveAndDie(directory);
      const names = readFiles(root).map(({ name }) => name);
      const made = ['backup.db', 'spool.copy', 'debug.log', 'metrics.txt', 'figures.csv', 'report-cases.json'];
      expect(names).toEqual(expect.arrayContaining(made));
      if (ENGINE === 'sqlite') expect(names).toContain('data/desk.db-wal');
      const secrets = Array.from({ length: PEOPLE + 1 }, (_, index) => listAllSecrets(index + 1)).flat();
      expect(findPlain(root, secrets)).toEqual([]);
    },
    doseTimeout(6) + 240_000,
  );

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
