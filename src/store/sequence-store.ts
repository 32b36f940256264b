import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';

const raiseSequence = prepareQuery((db, { name, many }: { readonly name: string; readonly many: number }) =>
  db
    .insertInto('sequences')
    .values({ name, value: many })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('sequences.value', '+', many) })),
    )
    .returning('value'),
);

/** Takes so many numbers of a named sequence, from 1, and gives the last. Rolled back with its transaction, so numbers have no gaps. */
export async function takeNumbers({ db }: Executor, name: string, many: number): Promise<number> {
  const [row] = (await raiseSequence(db, { name, many })).rows;
  if (!row) throw new Error('an upsert that returns its row returned none');
  return row.value;
}

/** The next number of a named sequence. */
export function takeNextNumber(executor: Executor, name: string): Promise<number> {
  return takeNumbers(executor, name, 1);
}
