import type { Executor } from './executor.ts';

/** Takes so many numbers of a named sequence, from 1, and gives the last. Rolled back with its transaction, so numbers have no gaps. */
export async function takeNumbers({ db }: Executor, name: string, many: number): Promise<number> {
  const row = await db
    .insertInto('sequences')
    .values({ name, value: many })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('sequences.value', '+', many) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value;
}

/** The next number of a named sequence. */
export function takeNextNumber(executor: Executor, name: string): Promise<number> {
  return takeNumbers(executor, name, 1);
}
