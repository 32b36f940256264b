import type { TranscriptLine } from '../channel/desk.ts';
import { noteChange, noteConversation } from './change-store.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { isNotAmong } from './is-among.ts';
import { openLine } from './line-store.ts';

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
function selectOwed({ db }: Executor, channel: string) {
  return db
    .selectFrom('lines')
    .where('channel', '=', channel)
    .where('delivered_at', 'is', null)
    .where('undeliverable', 'is', null);
}

/** Conversations whose next owed line is due, at most `most`, leaving out those named; later lines wait behind it. */
export async function findOwedConversations(
  executor: Executor,
  channel: string,
  due: { readonly at: Date; readonly without: readonly string[]; readonly most: number },
): Promise<readonly string[]> {
  const heads = selectOwed(executor, channel)
    .select(({ fn }) => ['conversation', fn.min('seq').as('first')])
    .where(isNotAmong('conversation', due.without))
    .groupBy('conversation')
    .as('heads');
  const rows = await executor.db
    .selectFrom('lines')
    .innerJoin(heads, (join) =>
      join.onRef('heads.conversation', '=', 'lines.conversation').onRef('heads.first', '=', 'lines.seq'),
    )
    .select('lines.conversation')
    .where('channel', '=', channel)
    .where((eb) => eb.or([eb('next_at', 'is', null), eb('next_at', '<=', due.at.toISOString())]))
    .limit(due.most)
    .execute();
  return rows.map((row) => row.conversation);
}

/** Lines owed to one conversation, in order, whether due or not, at most `most`. */
export async function readOwedTo(executor: Executor, key: ConversationKey, most: number): Promise<readonly OwedLine[]> {
  const rows = await selectOwed(executor, key.channel)
    .selectAll()
    .where('conversation', '=', key.conversation)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    channel: key.channel,
    conversation: key.conversation,
    line: openLine(executor, row),
    partsSent: row.parts_sent,
    attempts: row.attempts,
    nextAt: row.next_at,
  }));
}

/** When the next line that waits becomes due (ISO 8601); null when none waits. */
export async function readNextDue(executor: Executor, channel: string): Promise<string | null> {
  const row = await selectOwed(executor, channel)
    .select(({ fn }) => fn.min('next_at').as('at'))
    .where('next_at', 'is not', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** What became of a line on its way. */
export type Progress =
  | { readonly kind: 'delivered'; readonly parts: number }
  | { readonly kind: 'waiting'; readonly parts: number; readonly attempts: number; readonly nextAt: string | null }
  | { readonly kind: 'undeliverable'; readonly parts: number; readonly why: string };

export async function recordProgress(
  executor: Executor,
  { channel, conversation, line }: OwedLine,
  progress: Progress,
  now: Date,
): Promise<void> {
  if (line.from === 'staff') await noteConversation(executor, { channel, conversation }, now);
  if (progress.kind === 'undeliverable') await noteChange(executor, 'undelivered', now);
  await executor.db
    .updateTable('lines')
    .set({
      parts_sent: progress.parts,
      ...(progress.kind === 'delivered' ? { delivered_at: now.toISOString(), next_at: null } : {}),
      ...(progress.kind === 'waiting' ? { attempts: progress.attempts, next_at: progress.nextAt } : {}),
      ...(progress.kind === 'undeliverable' ? { undeliverable: progress.why, next_at: null } : {}),
    })
    .where('channel', '=', channel)
    .where('conversation', '=', conversation)
    .where('seq', '=', line.seq)
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
