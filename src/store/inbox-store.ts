import { z } from 'zod';
import type { Inbound } from '../channel/message.ts';
import type { Outcome } from '../conversation/outcome.ts';
import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Place } from './seal.ts';

/** Days a handled message is remembered: platforms redeliver for hours, people reopen a page after days. */
const INBOX_DAYS = 30;
const DAY_MS = 86_400_000;
const NOTHING = new Uint8Array();

/** A line that rode on an answer, from part number `from` on. */
export interface Carried {
  readonly seq: number;
  readonly from: number;
}

/** What handling a message came to: its outcome and the numbers of the lines it was answered with. */
export interface InboxResult {
  readonly outcome: Outcome;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** The lines that rode on the answer to its delivery, each from which part on, for a platform that asks again. */
  readonly carried?: readonly Carried[] | undefined;
}

const resultSchema = z.object({
  outcome: z.custom<Outcome>((value) => typeof value === 'object' && value !== null && 'kind' in value),
  firstSeq: z.number().int(),
  lastSeq: z.number().int(),
  carried: z.array(z.object({ seq: z.number().int(), from: z.number().int() })).optional(),
});

/** How far a message has come. */
export type Claim =
  | { readonly kind: 'new' }
  | { readonly kind: 'failed'; readonly failures: number }
  | { readonly kind: 'handled'; readonly result: InboxResult };

export function placeOfInbox(inbound: Omit<Inbound, 'body'>, column: 'body' | 'result'): Place {
  return { table: 'inbox', column, key: [inbound.channel, inbound.conversation, inbound.id] };
}

const findClaim = prepareQuery((db, given: Readonly<Record<'channel' | 'conversation' | 'id', string>>) =>
  db
    .selectFrom('inbox')
    .select(['result', 'failures'])
    .where('channel', '=', given.channel)
    .where('conversation', '=', given.conversation)
    .where('message_id', '=', given.id),
);

/** Says whether a message was handled before. Within a transaction the answer holds until its end. */
export async function readClaim({ db, sealer }: Executor, inbound: Omit<Inbound, 'body'>): Promise<Claim> {
  const { channel, conversation, id } = inbound;
  const [row] = (await findClaim(db, { channel, conversation, id })).rows;
  if (!row) return { kind: 'new' };
  if (row.result === null) return { kind: 'failed', failures: row.failures };
  return {
    kind: 'handled',
    result: resultSchema.parse(JSON.parse(sealer.open(placeOfInbox(inbound, 'result'), row.result))),
  };
}

const storeResult = prepareQuery(
  (db, given: Readonly<Record<'channel' | 'conversation' | 'id' | 'at', string>> & { readonly result: Uint8Array }) =>
    db
      .insertInto('inbox')
      .values({
        channel: given.channel,
        conversation: given.conversation,
        message_id: given.id,
        body: NOTHING,
        result: given.result,
        failures: 0,
        received_at: given.at,
        arrival: 0,
        set_aside_at: null,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['channel', 'conversation', 'message_id'])
          .doUpdateSet({ result: given.result, body: NOTHING }),
      ),
);

/**
 * Stores what came of a message, in the transaction that stores its effects. Its body is not kept any longer: only the
 * transcript says what was said, with personal numbers masked.
 */
export async function settleInbound(
  { db, sealer }: Executor,
  inbound: Inbound,
  result: InboxResult,
  now: Date,
): Promise<void> {
  const sealed = sealer.seal(placeOfInbox(inbound, 'result'), JSON.stringify(result));
  const { channel, conversation, id } = inbound;
  await storeResult(db, { channel, conversation, id, result: sealed, at: now.toISOString() });
}

/**
 * Remembers which lines ride on the answer to a message's delivery, in the transaction that records them as delivered.
 * A message that only asked for them counts as handled with `outcome`.
 */
export async function noteCarried(
  executor: Executor,
  inbound: Inbound,
  carried: readonly Carried[],
  { outcome, now }: { readonly outcome: Outcome; readonly now: Date },
): Promise<void> {
  const claim = await readClaim(executor, inbound);
  const own = { outcome, firstSeq: carried[0]?.seq ?? 0, lastSeq: carried.at(-1)?.seq ?? 0 };
  await settleInbound(executor, inbound, { ...(claim.kind === 'handled' ? claim.result : own), carried }, now);
}

/** Keeps a message that could not be handled, with how often it failed. Returns that number. */
export async function recordFailure({ db, sealer }: Executor, inbound: Inbound, now: Date): Promise<number> {
  const row = await db
    .insertInto('inbox')
    .values({
      channel: inbound.channel,
      conversation: inbound.conversation,
      message_id: inbound.id,
      body: sealer.seal(placeOfInbox(inbound, 'body'), JSON.stringify(inbound.body)),
      result: null,
      failures: 1,
      received_at: now.toISOString(),
      arrival: 0,
      set_aside_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['channel', 'conversation', 'message_id'])
        .doUpdateSet((eb) => ({ failures: eb('inbox.failures', '+', 1) })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  return row.failures;
}

/** Forgets handled messages older than `INBOX_DAYS`; their lines stay. Returns how many. */
export async function tidyInbox({ db }: Executor, now: Date): Promise<number> {
  const before = new Date(now.getTime() - INBOX_DAYS * DAY_MS).toISOString();
  const { numDeletedRows } = await db
    .deleteFrom('inbox')
    .where('result', 'is not', null)
    .where('received_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
