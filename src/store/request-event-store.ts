import { type Day, dayOf } from '../day.ts';
import type { Executor } from './executor.ts';
import { nameRequest } from './request-store.ts';
import type { Place } from './seal.ts';
import type { RequestEventsTable } from './tables.ts';

/** Something that happened to a request. */
export interface RequestEvent {
  readonly seq: number;
  readonly kind: RequestEventsTable['kind'];
  /** Civil day in China. */
  readonly on: Day;
  readonly at: string;
  readonly by: string;
  /** Text that came with it: what a supplement says. */
  readonly text: string | null;
}

function placeOf(number: string, seq: number): Place {
  return { table: 'request_events', column: 'data', key: [number, seq] };
}

/** A request's events, oldest first. */
export async function readRequestEvents({ db, sealer }: Executor, number: string): Promise<readonly RequestEvent[]> {
  const rows = await db.selectFrom('request_events').selectAll().where('number', '=', number).orderBy('seq').execute();
  return rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    on: row.on_day as Day,
    at: row.at,
    by: row.by_whom,
    text: row.data && sealer.open(placeOf(number, row.seq), row.data),
  }));
}

/** Adds an event; there is no function that changes or removes one. Call within a transaction. */
export async function appendRequestEvent(
  { db, sealer, lock }: Executor,
  number: string,
  event: { readonly kind: RequestEvent['kind']; readonly by: string; readonly at: Date; readonly text?: string },
): Promise<void> {
  await lock(nameRequest(number));
  const last = await db
    .selectFrom('request_events')
    .select('seq')
    .where('number', '=', number)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  await db
    .insertInto('request_events')
    .values({
      number,
      seq,
      kind: event.kind,
      on_day: dayOf(event.at),
      at: event.at.toISOString(),
      by_whom: event.by,
      data: event.text === undefined ? null : sealer.seal(placeOf(number, seq), event.text),
    })
    .execute();
}
