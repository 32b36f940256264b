import { type Executor, takeNextNumber } from '../../store/index.ts';

/** A responsible unit (承办处室) or any other part of the house. */
export interface Unit {
  readonly id: number;
  readonly name: string;
}

export async function readUnits({ db }: Executor): Promise<readonly Unit[]> {
  return db.selectFrom('units').select(['id', 'name']).orderBy('id').execute();
}

export async function findUnit({ db }: Executor, id: number): Promise<Unit | undefined> {
  return db.selectFrom('units').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}

/** Adds a unit; undefined when one of that name exists. */
export async function insertUnit(executor: Executor, name: string): Promise<Unit | undefined> {
  const known = await executor.db.selectFrom('units').select('id').where('name', '=', name).executeTakeFirst();
  if (known) return undefined;
  const id = await takeNextNumber(executor, 'units');
  await executor.db.insertInto('units').values({ id, name }).execute();
  return { id, name };
}

/** Renames a unit; undefined when there is none of that id, or another has the name. */
export async function renameUnit({ db }: Executor, id: number, name: string): Promise<Unit | undefined> {
  const other = await db.selectFrom('units').select('id').where('name', '=', name).executeTakeFirst();
  if (other && other.id !== id) return undefined;
  return db.updateTable('units').set({ name }).where('id', '=', id).returning(['id', 'name']).executeTakeFirst();
}
