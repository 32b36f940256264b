import { describe, expect, test } from 'vitest';
import { checkCase, loadCase } from '../../src/cases/index.ts';
import { findRequest, loadState, openStore, readLines, readRequests } from '../../src/store/index.ts';
import { MIGRATIONS } from '../../src/store/migrate.ts';
import { matchSecret } from '../../src/store/secret.ts';
import { dose } from '../dose.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { ENGINE } from './engine-under-test.ts';
import { layFixture, makeSchemas, readFixtures, readSchema } from './fixture.ts';
import { makeDirectory } from './temporary-store.ts';

/** Migrations 1, 2 and 8 came together with the next one: no desk ever stood at them. */
const NEVER_RELEASED = [1, 2, 8];
const fixtures = readFixtures();
/** Making tables is slow on PostgreSQL: all of them there are a dose. */
const brought =
  ENGINE === 'sqlite' || dose(1) > 1 ? fixtures : fixtures.filter(({ schema }) => [3, 10, 23].includes(schema));
const petitioner = { channel: 'terminal', conversation: 'terminal-petitioner' };

describe('a desk of an older schema', () => {
  test('there is one for every schema that was released (if not: CONTRIBUTING.md says how)', () => {
    const released = MIGRATIONS.slice(0, -1)
      .map(({ number }) => number)
      .filter((number) => !NEVER_RELEASED.includes(number));
    expect(fixtures.map(({ schema }) => schema)).toEqual(expect.arrayContaining(released));
  });

  test.for(brought)('of schema $schema is brought up to date, and gives back what it holds', async (fixture) => {
    const store = await openStore(await layFixture(fixture, makeDirectory()));
    try {
      const number = 'SPB-2026-000001';
      const request = await findRequest(store, number);
      expect(request).toMatchObject({ ...petitioner, applicant: 'person', personal: { name: '诸葛鹦鹉' } });
      expect(request?.description).toContain('沈信发〔2017〕3号');
      expect(matchSecret(store.sealer, number, fixture.code, request?.secretHash)).toBe(true);
      expect(matchSecret(store.sealer, number, 'WRONG234', request?.secretHash)).toBe(false);
      expect((await loadState(store, petitioner))?.turns).toBeGreaterThan(10);
      const lines = await readLines(store, petitioner, { after: 0 });
      expect(lines[0]?.message).toMatchObject({ text: '多久回我' });
      expect(JSON.stringify(lines.at(-1))).toContain(number);
      expect((await loadCase(store, shippedRules.regimes, number))?.events.map(({ kind }) => kind)).toEqual(['filed']);
      for (const each of await readRequests(store))
        expect(await checkCase(store, shippedRules, each.number)).toEqual([]);
      const applied = await store.db.selectFrom('migrations').select('number').orderBy('number').execute();
      expect(applied.map((row) => row.number)).toEqual(MIGRATIONS.map((migration) => migration.number));
    } finally {
      await store.close();
    }
  });

  test.runIf(ENGINE === 'sqlite')(
    'has the tables today’s migrations make: none was changed after its release',
    async () => {
      const made = await makeSchemas(makeDirectory());
      for (const fixture of fixtures) expect(made.get(fixture.schema)).toEqual(readSchema(fixture));
    },
  );
});
