import { z } from 'zod';
import type { CaseEffectsTable } from './case-tables.ts';
import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Place } from './seal.ts';

const payloadSchema = z.record(z.string(), z.union([z.string(), z.number()]));
/** Values for the text of a message, or what is to be known for a document beyond the case itself. */
type Payload = z.infer<typeof payloadSchema>;

/** Something owed after an event. Whoever carries it out says so with `settleCaseEffect`, in the same transaction. */
export interface CaseEffect {
  readonly number: string;
  /** Number of the event it follows from. */
  readonly seq: number;
  readonly place: number;
  readonly kind: CaseEffectsTable['kind'];
  readonly name: string;
  readonly recipient: string | null;
  readonly payload: Payload;
  readonly createdAt: string;
}

function placeOf({ number, seq, place }: Pick<CaseEffect, 'number' | 'seq' | 'place'>): Place {
  return { table: 'case_effects', column: 'payload', key: [number, seq, place] };
}

const insertEffect = prepareQuery((db, given: CaseEffectsTable) =>
  db.insertInto('case_effects').values({
    number: given.number,
    seq: given.seq,
    place: given.place,
    kind: given.kind,
    name: given.name,
    recipient: given.recipient,
    payload: given.payload,
    created_at: given.created_at,
    done_at: given.done_at,
  }),
);

/** Adds what is owed after an event, and what was owed and is `done` already. Call within the transaction that adds the event. */
export async function addCaseEffects(
  { db, sealer }: Executor,
  effects: readonly (Omit<CaseEffect, 'createdAt'> & { readonly done?: boolean })[],
  at: Date,
): Promise<void> {
  for (const { done, ...effect } of effects) {
    await insertEffect(db, {
      ...effect,
      payload: sealer.seal(placeOf(effect), JSON.stringify(effect.payload)),
      created_at: at.toISOString(),
      done_at: done ? at.toISOString() : null,
    });
  }
}

/** What is owed of one kind, oldest first. */
export async function readOwedEffects(
  { db, sealer }: Executor,
  kind: CaseEffect['kind'],
  limit: number,
): Promise<readonly CaseEffect[]> {
  const rows = await db
    .selectFrom('case_effects')
    .selectAll()
    .where('done_at', 'is', null)
    .where('kind', '=', kind)
    .orderBy('created_at')
    .orderBy('number')
    .orderBy('seq')
    .orderBy('place')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    number: row.number,
    seq: row.seq,
    place: row.place,
    kind: row.kind,
    name: row.name,
    recipient: row.recipient,
    createdAt: row.created_at,
    payload: payloadSchema.parse(JSON.parse(sealer.open(placeOf(row), row.payload))),
  }));
}

/** Messages owed to requesters whom no conversation reaches: staff tell them. Newest first; nothing is opened. */
export async function readOwedToRequesters(
  { db }: Executor,
  limit: number,
): Promise<readonly Pick<CaseEffect, 'number' | 'name' | 'createdAt'>[]> {
  const rows = await db
    .selectFrom('case_effects')
    .select(['number', 'name', 'created_at as createdAt'])
    .where('done_at', 'is', null)
    .where('kind', '=', 'message')
    .where('recipient', '=', 'requester')
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows;
}

/** Marks what a requester was owed as told, all of it. */
export async function settleOwedToRequester({ db }: Executor, number: string, now: Date): Promise<void> {
  await db
    .updateTable('case_effects')
    .set({ done_at: now.toISOString() })
    .where('number', '=', number)
    .where('kind', '=', 'message')
    .where('recipient', '=', 'requester')
    .where('done_at', 'is', null)
    .execute();
}

/** Marks one as carried out. False when it was already: whoever sees that must not do it again. */
export async function settleCaseEffect(
  { db }: Executor,
  effect: Pick<CaseEffect, 'number' | 'seq' | 'place'>,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('case_effects')
    .set({ done_at: now.toISOString() })
    .where('number', '=', effect.number)
    .where('seq', '=', effect.seq)
    .where('place', '=', effect.place)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
