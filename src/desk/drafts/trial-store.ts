import { type Day, dayOf } from '../../day.ts';
import type { Executor } from '../../store/index.ts';
import type { Trial } from './trial.ts';

/** Between which two releases. */
interface Pair {
  readonly served: string;
  readonly tried: string;
}

/** The trial of this day between two releases: what is in force moves with the day, so an older one tells nothing. */
export async function findTrial({ db }: Executor, { served, tried }: Pair, today: Day): Promise<Trial | undefined> {
  const row = await db
    .selectFrom('trials')
    .select(['at', 'result'])
    .where('served', '=', served)
    .where('tried', '=', tried)
    .executeTakeFirst();
  return row && dayOf(new Date(row.at)) === today ? JSON.parse(row.result) : undefined;
}

/** Keeps what a trial brought; one of the same releases before is replaced. */
export async function keepTrial({ db }: Executor, { served, tried }: Pair, trial: Trial, now: Date): Promise<void> {
  const row = { served, tried, at: now.toISOString(), result: JSON.stringify(trial) };
  await db
    .insertInto('trials')
    .values(row)
    .onConflict((conflict) => conflict.columns(['served', 'tried']).doUpdateSet({ at: row.at, result: row.result }))
    .execute();
}
