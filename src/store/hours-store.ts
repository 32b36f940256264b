import { type HoursFile, hoursFileSchema } from '../knowledge/schema/hours.ts';
import type { Executor } from './executor.ts';
import { takeNextNumber } from './sequence-store.ts';

/** Hours as an administrator left them; `hours` is null where those of the release count again. */
export interface SetHours {
  /** From 1, growing with every change. */
  readonly seq: number;
  readonly hours: HoursFile | null;
  readonly changedBy: number;
  /** ISO 8601. */
  readonly changedAt: string;
}

/** What was set last; undefined when nobody ever set any. */
export async function readSetHours({ db }: Executor): Promise<SetHours | undefined> {
  const row = await db.selectFrom('hours').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
  if (!row) return undefined;
  const hours = row.hours === null ? null : hoursFileSchema.parse(JSON.parse(row.hours));
  return { seq: row.seq, hours, changedBy: row.changed_by, changedAt: row.changed_at };
}

/**
 * Sets hours for everybody from now on. Earlier ones stay on file.
 * @returns false when others were set since `seq`; nothing is changed then
 */
export async function setHours(
  executor: Executor,
  hours: HoursFile | null,
  { seq, by, now }: { readonly seq: number; readonly by: number; readonly now: Date },
): Promise<boolean> {
  await executor.lock('hours');
  if (((await readSetHours(executor))?.seq ?? 0) !== seq) return false;
  const row = {
    seq: await takeNextNumber(executor, 'hours'),
    hours: hours && JSON.stringify(hours),
    changed_by: by,
    changed_at: now.toISOString(),
  };
  await executor.db.insertInto('hours').values(row).execute();
  return true;
}
