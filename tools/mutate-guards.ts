/**
 * Takes each guard of the desk's HTTP interface out in turn, in a copy of the project, and runs its tests: they have to
 * fail. Run it after a change to a guard: `node tools/mutate-guards.ts`; part of a guard's name tries only those;
 * it ends with 1 when a guard is missed by nobody.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTATIONS } from './guard-mutations.ts';

/** All that looks at the guards, the browser apart: it sees nothing these do not. */
const ALL = ['api', 'audit', 'identity', 'room', 'held-answers', 'replies', 'races', 'keys'];

const root = resolve(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'desk-mutate-'));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const missed: string[] = [];
const wanted = process.argv[2] ?? '';

function survives(names: readonly string[]): boolean {
  const tests = names.map((name) => join('tests/desk', name));
  const options = { cwd: copy, env: { ...process.env, CI: '' } };
  return (
    spawnSync(process.execPath, [vitest, 'run', '--project', 'desk', '--bail', '1', ...tests], options).status === 0
  );
}

try {
  for (const name of ['src', 'tests', 'adapters', 'messages', 'docs', 'knowledge', 'package.json', 'vitest.config.ts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const tried = MUTATIONS.filter(({ guard }) => guard.includes(wanted));
  if (!survives([...new Set(tried.flatMap(({ tests }) => tests))]))
    throw new Error('the tests fail as they are; mend that first');
  for (const { guard, file, from, to, tests } of tried) {
    const whole = readFileSync(join(copy, file), 'utf8');
    if (!whole.includes(from)) throw new Error(`${file} does not say "${from}": bring the mutation up to date`);
    writeFileSync(join(copy, file), whole.replace(from, to));
    const begun = performance.now();
    const unseen = survives(tests);
    const missing = unseen && survives(ALL);
    if (missing) missed.push(guard);
    const found = unseen ? 'found, but not by the tests it names' : 'found';
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    process.stdout.write(`${missing ? 'MISSED' : found}  ${guard}  ${seconds} s\n`);
    writeFileSync(join(copy, file), whole);
  }
  process.stdout.write(`${tried.length - missed.length} of ${tried.length} guards found missing\n`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed.length ? 1 : 0;
