import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { DeskError } from '../src/errors.ts';
import { makeDirectory } from './store/temporary-store.ts';

/** What is wrong with these settings, one line each; none when they hold. */
function listProblems(settings: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(settings, makeDirectory());
    return [];
  } catch (error) {
    return error instanceof DeskError ? error.message.split('\n') : [String(error)];
  }
}

test('no setting is needed', () => {
  expect(listProblems({})).toEqual([]);
});

test('every setting that does not hold is named at once, slips of the pen too', () => {
  const problems = listProblems({ DESK_PORT: '99999', DESK_KEY: 'short', DESK_PROT: '80' });
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(['DESK_PROT', 'DESK_PORT', 'DESK_KEY']);
});

test('an empty value counts as not set, and what speaks to the tests is none of the desk’s business', () => {
  expect(listProblems({ DESK_PORT: '', DESK_TEST_POSTGRES_URL: 'postgres://127.0.0.1/postgres' })).toEqual([]);
});
