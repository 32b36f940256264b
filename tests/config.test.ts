import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
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

const read = (url: string) => readConfig({ DATABASE_URL: url }, tmpdir());

describe('DATABASE_URL', () => {
  test('names a PostgreSQL database, with defaults for how long to wait', () => {
    const url = 'postgres://desk:s3cret@db.example:5432/desk';
    expect(read(url).database).toEqual({ url, poolSize: 10, connectMs: 5000, statementMs: 10_000 });
    expect(readConfig({}, tmpdir()).database).toBeUndefined();
  });

  test.each([
    'mysql://desk:s3cret@db.example/desk',
    'postgres://desk:s3cret@db.example:54321234/desk',
    'postgres://desk:s3cret@db.example',
    's3cret',
  ])('%s is refused with the shape it should have, and no password is repeated', (url) => {
    expect(() => read(url)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    expect(() => read(url)).toThrow(/DATABASE_URL: must look like postgres:/u);
    expect(() => read(url)).not.toThrow(/s3cret/u);
  });
});
