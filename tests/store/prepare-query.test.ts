import { expect, test } from 'vitest';
import { prepareQuery } from '../../src/store/prepare-query.ts';
import { openTemporary } from './temporary-store.ts';

const store = prepareQuery((db, given: { readonly name: string; readonly value: number }) =>
  db
    .insertInto('sequences')
    .values({ name: given.name, value: given.value })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('sequences.value', '+', given.value) })),
    )
    .returning('value'),
);
const find = prepareQuery((db, given: { readonly name: string; readonly most: number }) =>
  db.selectFrom('sequences').selectAll().where('name', '=', given.name).limit(given.most),
);

test('a query is built once and given other values each time, in a transaction as outside of one', async () => {
  const { db } = await openTemporary();
  expect((await store(db, { name: 'a', value: 2 })).rows).toEqual([{ value: 2 }]);
  await db.transaction().execute(async (within) => {
    expect((await store(within, { name: 'a', value: 3 })).rows).toEqual([{ value: 5 }]);
    expect((await store(within, { name: 'b', value: 7 })).rows).toEqual([{ value: 7 }]);
  });
  expect((await find(db, { name: 'a', most: 1 })).rows).toEqual([{ name: 'a', value: 5 }]);
  expect((await find(db, { name: "b' or 1=1 --", most: 9 })).rows).toEqual([]);
});

test('two databases do not share what was built', async () => {
  const [one, other] = [await openTemporary(), await openTemporary()];
  await store(one.db, { name: 'a', value: 1 });
  expect((await find(other.db, { name: 'a', most: 1 })).rows).toEqual([]);
});
