import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isReachable, POSTGRES_URL } from '../store/engine-under-test.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What the command prints of a small run: real processes, killed. */
async function torment(engine: string, seed: string, dose: readonly string[]) {
  const call = [join(ROOT, 'src/main.ts'), 'chaos', '--json', '--engine', engine, '--seed', seed, ...dose];
  const environment = { DATABASE_URL: POSTGRES_URL, DESK_LOG_LEVEL: 'fatal' };
  const { stdout } = await promisify(execFile)(process.execPath, call, { cwd: ROOT, env: environment }).catch(
    (failed: { stdout: string }) => failed,
  );
  return JSON.parse(stdout);
}

/** The whole dose is run by hand: docs/guarantees.md. */
test.for([
  ['sqlite', '4'],
  ['postgres', '2'],
] as const)(
  'nothing acknowledged is lost and nothing happens twice, killed again and again: %s',
  { timeout: 180_000 },
  async ([engine, many], { skip }) => {
    if (engine === 'postgres' && !(await isReachable())) skip('no PostgreSQL server');
    const dose = ['--filings', many, '--kills', many];
    const result = await torment(engine, '7', dose);
    expect(result).toMatchObject({ lost: [], duplicate: [], unexpected: [] });
    expect(result.filed).toBeGreaterThanOrEqual(Number(many));
    expect(result.kills.total).toBeGreaterThanOrEqual(Number(many));
  },
);
