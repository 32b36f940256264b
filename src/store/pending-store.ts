import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { ConversationId, Inbound, InboundBody, MessageId } from '../channel/message.ts';
import type { Executor } from './executor.ts';
import { placeOfInbox } from './inbox-store.ts';
import { isListed, listPairs, type PackedNames, packNames, packPairs } from './is-listed.ts';
import { prepareQuery } from './prepare-query.ts';
import { takeNumbers } from './sequence-store.ts';

const bodySchema = z.custom<InboundBody>((value) => typeof value === 'object' && value !== null && 'kind' in value);

/** Messages kept by one statement, well below what any engine takes. */
const AT_ONCE = 50;

async function keepSome(executor: Executor, messages: readonly Inbound[], now: Date): Promise<number> {
  const last = await takeNumbers(executor, 'inbox', messages.length);
  const rows = messages.map((inbound, index) => ({
    channel: inbound.channel,
    conversation: inbound.conversation,
    message_id: inbound.id,
    body: executor.sealer.seal(placeOfInbox(inbound, 'body'), JSON.stringify(inbound.body)),
    result: null,
    failures: 0,
    received_at: now.toISOString(),
    arrival: last - messages.length + 1 + index,
    set_aside_at: null,
  }));
  const { numInsertedOrUpdatedRows } = await executor.db
    .insertInto('inbox')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['channel', 'conversation', 'message_id']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** Claims messages and keeps them to be handled, in the order given. One known already is left as it is. Returns how many are new. */
export async function keepInbound(executor: Executor, messages: readonly Inbound[], now: Date): Promise<number> {
  let kept = 0;
  for (let start = 0; start < messages.length; start += AT_ONCE)
    kept += await keepSome(executor, messages.slice(start, start + AT_ONCE), now);
  return kept;
}

/** A message kept and not handled yet. `body` is null when what is stored does not open any more. */
export interface Pending {
  readonly key: Omit<Inbound, 'body'>;
  readonly body: InboundBody | null;
  readonly failures: number;
}

function openBody({ sealer }: Executor, key: Omit<Inbound, 'body'>, sealed: Uint8Array): InboundBody | null {
  try {
    return bodySchema.parse(JSON.parse(sealer.open(placeOfInbox(key, 'body'), sealed)));
  } catch {
    return null;
  }
}

/** Found by the index alone, and only then read: others may have much more waiting. */
const findOldest = prepareQuery(
  (db, given: { readonly channel: string; readonly names: PackedNames; readonly most: number }) =>
    db
      .selectFrom(
        db
          .selectFrom('inbox')
          .select(['channel', 'conversation', 'message_id'])
          .where('channel', '=', given.channel)
          .where('result', 'is', null)
          .where('set_aside_at', 'is', null)
          .where(isListed(db, 'conversation', given.names))
          .orderBy('arrival')
          .limit(given.most)
          .as('oldest'),
      )
      .innerJoin('inbox', (join) =>
        join
          .onRef('inbox.channel', '=', 'oldest.channel')
          .onRef('inbox.conversation', '=', 'oldest.conversation')
          .onRef('inbox.message_id', '=', 'oldest.message_id'),
      )
      .selectAll('inbox')
      .orderBy('inbox.arrival'),
);

/** The oldest messages of these conversations still to be handled, first come first, at most `most`. */
export async function readPending(
  executor: Executor,
  channel: string,
  conversations: readonly string[],
  most: number,
): Promise<readonly Pending[]> {
  const names = packNames(executor.db, conversations);
  const { rows } = await findOldest(executor.db, { channel, names, most });
  return rows.map((row) => {
    const key = {
      id: row.message_id as MessageId,
      channel: row.channel,
      conversation: row.conversation as ConversationId,
    };
    return { key, body: openBody(executor, key, row.body), failures: row.failures };
  });
}

const countWaiting = prepareQuery((db, given: { readonly channel: string; readonly most: number }) =>
  db
    .selectFrom(
      db
        .selectFrom('inbox')
        .select('arrival')
        .where('channel', '=', given.channel)
        .where('result', 'is', null)
        .where('set_aside_at', 'is', null)
        .limit(given.most)
        .as('waiting'),
    )
    .select(({ fn }) => fn.countAll().as('many')),
);

/** How many messages of a channel wait to be handled; `most` stands for that many or more. */
export async function countPending({ db }: Executor, channel: string, most: number): Promise<number> {
  return Number((await countWaiting(db, { channel, most })).rows[0]?.many ?? 0);
}

/**
 * Each is asked for by its key, as one value: joined, or with a list of conversations and one of ids, PostgreSQL looks
 * for every id in every conversation.
 */
const findHandled = prepareQuery((db, given: { readonly channel: string; readonly pairs: string }) => {
  const handled = db
    .selectFrom('inbox')
    .select('arrival')
    .where('channel', '=', given.channel)
    .where('conversation', '=', sql.ref<string>('asked.first'))
    .where('message_id', '=', sql.ref<string>('asked.second'))
    .where('result', 'is not', null);
  return db
    .selectFrom(listPairs(db, given.pairs).as('asked'))
    .select(['asked.first', 'asked.second'])
    .where(sql<SqlBool>`${handled} is not null`);
});

/** Which of these messages have been handled. */
export async function readHandled(
  { db }: Executor,
  channel: string,
  messages: readonly Omit<Inbound, 'body'>[],
): Promise<readonly Omit<Inbound, 'body' | 'channel'>[]> {
  const pairs = packPairs(messages.map(({ conversation, id }) => [conversation, id] as const));
  const { rows } = await findHandled(db, { channel, pairs });
  return rows.map(({ first, second }) => ({ conversation: first as ConversationId, id: second as MessageId }));
}

/** Marks a message as given up, for staff to see. */
export async function markSetAside({ db }: Executor, inbound: Omit<Inbound, 'body'>, now: Date): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ set_aside_at: now.toISOString() })
    .where('channel', '=', inbound.channel)
    .where('conversation', '=', inbound.conversation)
    .where('message_id', '=', inbound.id)
    .execute();
}

/** Messages given up, newest first. */
export async function readSetAside({ db }: Executor) {
  const rows = await db
    .selectFrom('inbox')
    .select(['channel', 'conversation', 'message_id', 'set_aside_at'])
    .where('set_aside_at', 'is not', null)
    .orderBy('set_aside_at', 'desc')
    .execute();
  return rows.map((row) => ({
    channel: row.channel,
    conversation: row.conversation,
    id: row.message_id,
    at: row.set_aside_at ?? '',
  }));
}
