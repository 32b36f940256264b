import type { Executor } from './executor.ts';

/** The next number of a named sequence, from 1. Rolled back with its transaction, so numbers have no gaps. */
export async function takeNextNumber({ db }: Executor, name: string): Promise<number> {
  const row = await db
    .insertInto('sequences')
    .values({ name, value: 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ value: eb('sequences.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}
