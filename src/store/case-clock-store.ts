import { z } from 'zod';
import type { Day } from '../day.ts';
import type { CaseClock } from '../requests/lifecycle/case-clock.ts';
import type { CaseClocksTable } from './case-tables.ts';
import type { Executor } from './executor.ts';
import { isAmong } from './is-among.ts';

const daySchema = z.string().transform((day) => day as Day);
/** What this program wrote itself; checked all the same, since a wrong clock is a wrong date. */
const clockSchema = z.object({
  id: z.string(),
  startOn: daySchema,
  length: z.union([
    z.object({ unit: z.enum(['workdays', 'days', 'months']), count: z.number() }),
    z.object({ unit: z.literal('until'), day: daySchema }),
  ]),
  added: z.number(),
  pauses: z.array(z.object({ after: daySchema, to: daySchema.nullable(), during: z.string() })),
  stoppedOn: daySchema.nullable(),
}) satisfies z.ZodType<CaseClock>;

/** A clock as stored: what it is, and the last day as it was reckoned then. */
export interface StoredClock {
  readonly clock: CaseClock;
  readonly due: Day;
  readonly provisional: boolean;
}

/** All clocks of one case. */
export interface CaseClocks {
  readonly number: string;
  readonly clocks: readonly StoredClock[];
}

function groupByCase(rows: readonly CaseClocksTable[]): readonly CaseClocks[] {
  const cases = new Map<string, StoredClock[]>();
  for (const row of rows) {
    const clocks = cases.get(row.number) ?? [];
    clocks.push({
      clock: clockSchema.parse(JSON.parse(row.spec)),
      due: row.due_on as Day,
      provisional: row.provisional === 1,
    });
    cases.set(row.number, clocks);
  }
  return [...cases].map(([number, clocks]) => ({ number, clocks }));
}

/**
 * Cases with a clock that still runs and ends on `since` or later, with all their clocks, in the order of their numbers
 * after `after`; at most `limit` cases.
 */
export async function readRunningClocks(
  { db }: Executor,
  { since, after, limit }: { readonly since: Day; readonly after: string; readonly limit: number },
): Promise<readonly CaseClocks[]> {
  const running = db
    .selectFrom('case_clocks')
    .select('number')
    .distinct()
    .where('stopped_on', 'is', null)
    .where('due_on', '>=', since)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit);
  const rows = await db
    .selectFrom('case_clocks')
    .innerJoin(running.as('running'), 'running.number', 'case_clocks.number')
    .selectAll('case_clocks')
    .orderBy('case_clocks.number')
    .execute();
  return groupByCase(rows);
}

/** All clocks of some cases, at most a few hundred, in the order of their numbers. */
export async function readClocksOf({ db }: Executor, numbers: readonly string[]): Promise<readonly CaseClocks[]> {
  return groupByCase(
    await db.selectFrom('case_clocks').selectAll().where(isAmong('number', numbers)).orderBy('number').execute(),
  );
}

/** Numbers of cases in which a clock of this name, or of this name and a number, ended before a day and still runs. */
export async function findEndedClocks(
  { db }: Executor,
  name: string,
  before: Day,
): Promise<readonly { readonly number: string; readonly clock: string }[]> {
  return db
    .selectFrom('case_clocks')
    .select(['number', 'clock'])
    .where('stopped_on', 'is', null)
    .where('due_on', '<', before)
    .where((eb) => eb.or([eb('clock', '=', name), eb('clock', 'like', `${name}/%`)]))
    .orderBy('number')
    .execute();
}
