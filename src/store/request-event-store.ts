import { z } from 'zod';
import type { Day } from '../day.ts';
import { ACTOR_ROLES, type ActorRole } from '../knowledge/schema/regime.ts';
import type { CaseEvent, Fields } from '../requests/lifecycle/case-event.ts';
import type { RequestEventsTable } from './case-tables.ts';
import { noteChange } from './change-store.ts';
import type { Executor } from './executor.ts';
import { isAmong } from './is-among.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Place } from './seal.ts';

/** An event as stored: with the instant it was written. */
export interface StoredEvent extends CaseEvent {
  readonly at: string;
}

const fieldsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

function placeOf(number: string, seq: number): Place {
  return { table: 'request_events', column: 'data', key: [number, seq] };
}

/** Older events name no role: the requester did them, or the desk itself. */
function roleOf(row: RequestEventsTable): ActorRole {
  return ACTOR_ROLES.find((role) => role === row.role) ?? (row.by_whom === 'requester' ? 'requester' : 'system');
}

function openFields({ sealer }: Executor, row: RequestEventsTable): Fields {
  if (!row.data) return {};
  const text = sealer.open(placeOf(row.number, row.seq), row.data);
  return row.data_form === 'fields' ? fieldsSchema.parse(JSON.parse(text)) : { text };
}

function openEvent(executor: Executor, row: RequestEventsTable): StoredEvent {
  return {
    seq: row.seq,
    kind: row.kind,
    on: row.on_day as Day,
    at: row.at,
    by: row.by_whom,
    role: roleOf(row),
    fields: openFields(executor, row),
  };
}

/** The events of some requests, at most a few hundred, oldest first, by number. */
export async function readEventsOf(
  executor: Executor,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const rows = await executor.db
    .selectFrom('request_events')
    .selectAll()
    .where(isAmong('number', numbers))
    .orderBy('number')
    .orderBy('seq')
    .execute();
  const logs = new Map<string, StoredEvent[]>();
  for (const row of rows) {
    const log = logs.get(row.number) ?? [];
    log.push(openEvent(executor, row));
    logs.set(row.number, log);
  }
  return logs;
}

const findEvents = prepareQuery((db, given: { readonly number: string }) =>
  db.selectFrom('request_events').selectAll().where('number', '=', given.number).orderBy('seq'),
);

/** A request's events, oldest first. */
export async function readRequestEvents(executor: Executor, number: string): Promise<readonly StoredEvent[]> {
  const { rows } = await findEvents(executor.db, { number });
  return rows.map((row) => openEvent(executor, row));
}

function sealFields({ sealer }: Executor, number: string, seq: number, fields: Fields): Uint8Array | null {
  return Object.keys(fields).length === 0 ? null : sealer.seal(placeOf(number, seq), JSON.stringify(fields));
}

/** For retention alone: what an event carried, with what may be kept no longer taken out. */
export async function rewriteFields(executor: Executor, number: string, seq: number, fields: Fields): Promise<void> {
  await executor.db
    .updateTable('request_events')
    .set({ data_form: 'fields', data: sealFields(executor, number, seq, fields) })
    .where('number', '=', number)
    .where('seq', '=', seq)
    .execute();
}

const insertEvent = prepareQuery((db, given: RequestEventsTable) =>
  db
    .insertInto('request_events')
    .values({
      number: given.number,
      seq: given.seq,
      kind: given.kind,
      on_day: given.on_day,
      at: given.at,
      by_whom: given.by_whom,
      role: given.role,
      data_form: given.data_form,
      data: given.data,
    })
    .onConflict((conflict) => conflict.columns(['number', 'seq']).doNothing()),
);

/**
 * Adds an event; nothing but retention, when the time of a case is over, ever changes one. Call within a transaction. False when an event of
 * this number is there already: somebody else was faster.
 */
export async function appendRequestEvent(
  executor: Executor,
  number: string,
  event: CaseEvent,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await insertEvent(executor.db, {
    number,
    seq: event.seq,
    kind: event.kind,
    on_day: event.on,
    at: at.toISOString(),
    by_whom: event.by,
    role: event.role,
    data_form: 'fields',
    data: sealFields(executor, number, event.seq, event.fields),
  });
  await noteChange(executor, `request:${number}`, at);
  return numAffectedRows === 1n;
}
