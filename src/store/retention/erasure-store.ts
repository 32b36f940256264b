import type { Executor } from '../executor.ts';
import { takeNextNumber } from '../sequence-store.ts';
import type { Overdue } from './overdue.ts';

/** Proof that rows were erased or made anonymous. Nothing in it says whose they were. */
export interface Erasure {
  readonly id: number;
  readonly data: string;
  readonly action: string;
  readonly many: number;
  /** Instants, ISO 8601, from which the time of the oldest and the newest was counted. */
  readonly oldest: string;
  readonly newest: string;
  /** Keyed hash over the rows' keys, sorted: who has the desk's key and a row's key can show that it was among them. */
  readonly keysHash: string;
  readonly at: string;
  readonly by: string;
}

/** Writes the proof, in the transaction that erases. */
export async function recordErasure(
  executor: Executor,
  overdue: readonly Overdue[],
  what: { readonly data: string; readonly action: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const instants = overdue.map((each) => each.at).sort();
  const id = await takeNextNumber(executor, 'erasures');
  await executor.db
    .insertInto('erasures')
    .values({
      id,
      data: what.data,
      action: what.action,
      many: overdue.length,
      oldest: instants[0] ?? '',
      newest: instants.at(-1) ?? '',
      keys_hash: executor.sealer.hash('erasure', JSON.stringify(overdue.map((each) => each.key).sort())),
      at: what.at.toISOString(),
      by_whom: what.by,
    })
    .execute();
}

/** Proofs, newest first. */
export async function readErasures({ db }: Executor, most: number): Promise<readonly Erasure[]> {
  const rows = await db.selectFrom('erasures').selectAll().orderBy('id', 'desc').limit(most).execute();
  return rows.map(({ keys_hash, by_whom, ...row }) => ({ ...row, keysHash: keys_hash, by: by_whom }));
}
