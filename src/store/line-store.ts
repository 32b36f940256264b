import type { TranscriptLine } from '../channel/desk.ts';
import type { OutMessage } from '../channel/message.ts';
import { noteConversation } from './change-store.ts';
import { type ConversationKey, nameConversation } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { isAmong } from './is-among.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Place } from './seal.ts';
import type { LinesTable } from './tables.ts';

/** A line before it has its number. */
export interface NewLine extends Pick<TranscriptLine, 'from' | 'message'> {
  /** Who of the staff wrote it. */
  readonly writtenBy?: number;
  /** Hash of the release it was answered from. */
  readonly release?: string;
}

/** Values one query may carry, well below what any engine takes. */
const NAMES_AT_ONCE = 200;

function placeOfBody(key: ConversationKey, seq: number): Place {
  return { table: 'lines', column: 'body', key: [key.channel, key.conversation, seq] };
}

const findLastSeq = prepareQuery((db, given: ConversationKey) =>
  db
    .selectFrom('lines')
    .select('seq')
    .where('channel', '=', given.channel)
    .where('conversation', '=', given.conversation)
    .orderBy('seq', 'desc')
    .limit(1),
);

const insertLine = prepareQuery((db, given: LinesTable) =>
  db.insertInto('lines').values({
    channel: given.channel,
    conversation: given.conversation,
    seq: given.seq,
    speaker: given.speaker,
    body: given.body,
    at: given.at,
    delivered_at: given.delivered_at,
    attempts: given.attempts,
    parts_sent: given.parts_sent,
    next_at: given.next_at,
    undeliverable: given.undeliverable,
    written_by: given.written_by,
    release: given.release,
    platform_id: given.platform_id,
  }),
);

/** Number of the last line of each of these conversations that has any. */
export async function readLastSeqs(
  { db }: Executor,
  channel: string,
  conversations: readonly string[],
): Promise<readonly { readonly conversation: string; readonly seq: number }[]> {
  const found: { conversation: string; seq: number }[] = [];
  for (let start = 0; start < conversations.length; start += NAMES_AT_ONCE) {
    const rows = await db
      .selectFrom('lines')
      .select(({ fn }) => ['conversation', fn.max('seq').as('seq')])
      .where('channel', '=', channel)
      .where(isAmong('conversation', conversations.slice(start, start + NAMES_AT_ONCE)))
      .groupBy('conversation')
      .execute();
    found.push(...rows.map(({ conversation, seq }) => ({ conversation, seq: Number(seq) })));
  }
  return found;
}

/** Adds lines at the end of a conversation, in order. Call within a transaction: numbers follow the last line stored. */
export async function appendLines(
  executor: Executor,
  key: ConversationKey,
  lines: readonly NewLine[],
  now: Date,
): Promise<readonly TranscriptLine[]> {
  if (lines.length === 0) return [];
  await executor.lock(nameConversation(key));
  const last = (await findLastSeq(executor.db, key)).rows[0]?.seq ?? 0;
  const at = now.toISOString();
  const numbered = lines.map(({ from, message }, index) => ({ seq: last + 1 + index, at, from, message }));
  const rows = numbered.map((line, index) => ({
    channel: key.channel,
    conversation: key.conversation,
    seq: line.seq,
    speaker: line.from,
    body: executor.sealer.seal(placeOfBody(key, line.seq), JSON.stringify(line.message)),
    at,
    // What a person said needs no sending.
    delivered_at: line.from === 'citizen' ? at : null,
    attempts: 0,
    parts_sent: 0,
    next_at: null,
    undeliverable: null,
    written_by: lines[index]?.writtenBy ?? null,
    release: lines[index]?.release ?? null,
    platform_id: null,
  }));
  for (const row of rows) await insertLine(executor.db, row);
  await noteConversation(executor, key, now);
  return numbered;
}

/** A stored row, opened. */
export function openLine({ sealer }: Executor, row: LinesTable): TranscriptLine {
  // Our own sealed words: what opens was written by `appendLines`.
  const message = JSON.parse(sealer.open(placeOfBody(row, row.seq), row.body)) as OutMessage;
  return { seq: row.seq, at: row.at, from: row.speaker, message };
}

/** Lines numbered above `after` (and at most `until`), oldest first. */
export async function readLines(
  executor: Executor,
  key: ConversationKey,
  range: { readonly after: number; readonly until?: number },
): Promise<readonly TranscriptLine[]> {
  const rows = await executor.db
    .selectFrom('lines')
    .selectAll()
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('seq', '>', range.after)
    .$if(range.until !== undefined, (query) => query.where('seq', '<=', range.until ?? 0))
    .orderBy('seq')
    .execute();
  return rows.map((row) => openLine(executor, row));
}

/** The last `count` lines, newest first. */
export async function readLatestLines(
  executor: Executor,
  key: ConversationKey,
  count: number,
): Promise<readonly TranscriptLine[]> {
  const rows = await executor.db
    .selectFrom('lines')
    .selectAll()
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .orderBy('seq', 'desc')
    .limit(count)
    .execute();
  return rows.map((row) => openLine(executor, row));
}

/** Puts other words in the place of a stored line. */
export async function replaceLine(
  { db, sealer }: Executor,
  key: ConversationKey,
  seq: number,
  message: OutMessage,
): Promise<void> {
  await db
    .updateTable('lines')
    .set({ body: sealer.seal(placeOfBody(key, seq), JSON.stringify(message)) })
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('seq', '=', seq)
    .execute();
}
