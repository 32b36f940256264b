import { sql } from 'kysely';
import type { TranscriptLine } from '../channel/desk.ts';
import { noteChange, noteConversation } from './change-store.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { openLine } from './line-store.ts';
import { prepareQuery } from './prepare-query.ts';

/** A line a platform has still to be given. */
export interface OwedLine extends ConversationKey {
  readonly line: TranscriptLine;
  readonly partsSent: number;
  /** Attempts that failed so far. */
  readonly attempts: number;
  /** Not before this instant (ISO 8601); null for now. */
  readonly nextAt: string | null;
}

/** Lines of a channel not delivered and not given up. */
function selectOwed({ db }: Pick<Executor, 'db'>, channel: string) {
  return db
    .selectFrom('lines')
    .where('channel', '=', channel)
    .where('delivered_at', 'is', null)
    .where('undeliverable', 'is', null);
}

/** Owed lines by conversation and number: the order of the index `lines_owed`, named in full, so that engines see it. */
function selectOwedInOrder(executor: Pick<Executor, 'db'>, channel: string) {
  return selectOwed(executor, channel)
    .orderBy('delivered_at')
    .orderBy('undeliverable')
    .orderBy('conversation')
    .orderBy('seq')
    .limit(1);
}

/**
 * Conversations whose next owed line is due at `at` (ISO 8601), with that line's number; later lines wait behind it. The
 * index is gone through from conversation to conversation, not from line to line: how much is owed to one of them does
 * not matter, and who wants only a few is given them at once.
 */
export function selectDueHeads(executor: Pick<Executor, 'db'>, channel: string, at: string) {
  const name = sql.ref<string>('heads.conversation');
  const owed = selectOwedInOrder(executor, channel);
  // Its first is the first from its name on; asked that way, it is found in the index and nothing is sorted.
  const head = owed.where('lines.conversation', '>=', name);
  const dueAt = head.select(({ fn, val }) => fn.coalesce('next_at', val('')).as('next_at'));
  return executor.db
    .withRecursive('heads(conversation)', (db) =>
      db.selectNoFrom(owed.select('conversation').as('conversation')).unionAll(
        db
          .selectFrom('heads')
          .select(owed.select('lines.conversation').where('lines.conversation', '>', name).as('conversation'))
          .where('heads.conversation', 'is not', null),
      ),
    )
    .selectFrom('heads')
    .select([name.as('conversation'), head.select('seq').as('first')])
    .where('heads.conversation', 'is not', null)
    .where(dueAt, '<=', at);
}

const findOwedTo = prepareQuery((db, given: ConversationKey & { readonly first: number; readonly most: number }) =>
  selectOwed({ db }, given.channel)
    .selectAll()
    .where('conversation', '=', given.conversation)
    .where('seq', '>=', given.first)
    .orderBy('seq')
    .limit(given.most),
);

/** Lines owed to one conversation from number `first` on, in order, whether due or not, at most `most`. */
export async function readOwedTo(
  executor: Executor,
  key: ConversationKey,
  { first, most }: { readonly first: number; readonly most: number },
): Promise<readonly OwedLine[]> {
  const { channel, conversation } = key;
  const { rows } = await findOwedTo(executor.db, { channel, conversation, first, most });
  return rows.map((row) => ({
    channel: key.channel,
    conversation: key.conversation,
    line: openLine(executor, row),
    partsSent: row.parts_sent,
    attempts: row.attempts,
    nextAt: row.next_at,
  }));
}

const findNextDue = prepareQuery((db, given: { readonly channel: string }) =>
  selectOwed({ db }, given.channel)
    .select(({ fn }) => fn.min('next_at').as('at'))
    .where('next_at', 'is not', null),
);

/** When the next line that waits becomes due (ISO 8601); null when none waits. */
export async function readNextDue(executor: Executor, channel: string): Promise<string | null> {
  const { rows } = await findNextDue(executor.db, { channel });
  return rows[0]?.at ?? null;
}

/** What became of a line on its way. */
export type Progress =
  /** `platformId`: how the platform names the last part. */
  | { readonly kind: 'delivered'; readonly parts: number; readonly platformId: string | null }
  | { readonly kind: 'waiting'; readonly parts: number; readonly attempts: number; readonly nextAt: string | null }
  | { readonly kind: 'undeliverable'; readonly parts: number; readonly why: string };

const storeDelivered = prepareQuery(
  (
    db,
    given: ConversationKey & Extract<Progress, { kind: 'delivered' }> & { readonly seq: number; readonly at: string },
  ) =>
    db
      .updateTable('lines')
      .set({ parts_sent: given.parts, delivered_at: given.at, next_at: null, platform_id: given.platformId })
      .where('channel', '=', given.channel)
      .where('conversation', '=', given.conversation)
      .where('seq', '=', given.seq),
);

/**
 * Keeps what became of a line. It only goes forward: what a process that was held up has to say of a line another has
 * sent since changes nothing.
 */
export async function recordProgress(
  executor: Executor,
  { channel, conversation, line }: OwedLine,
  progress: Progress,
  now: Date,
): Promise<void> {
  if (line.from === 'staff') await noteConversation(executor, { channel, conversation }, now);
  if (progress.kind === 'undeliverable') await noteChange(executor, 'undelivered', now);
  if (progress.kind === 'delivered') {
    await storeDelivered(executor.db, { channel, conversation, seq: line.seq, ...progress, at: now.toISOString() });
    return;
  }
  await executor.db
    .updateTable('lines')
    .set({
      parts_sent: progress.parts,
      ...(progress.kind === 'waiting' ? { attempts: progress.attempts, next_at: progress.nextAt } : {}),
      ...(progress.kind === 'undeliverable' ? { undeliverable: progress.why, next_at: null } : {}),
    })
    .where('channel', '=', channel)
    .where('conversation', '=', conversation)
    .where('seq', '=', line.seq)
    .where('delivered_at', 'is', null)
    .where('parts_sent', '<=', progress.parts)
    .execute();
}

/** Lines that will never arrive, newest first. */
export async function readUndelivered({ db }: Executor) {
  const rows = await db
    .selectFrom('lines')
    .select(['channel', 'conversation', 'seq', 'at', 'undeliverable'])
    .where('undeliverable', 'is not', null)
    .where('delivered_at', 'is', null)
    .orderBy('at', 'desc')
    .execute();
  return rows.map(({ undeliverable, ...row }) => ({ ...row, why: undeliverable ?? '' }));
}
