import type { OutMessage } from '../channel/message.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { readLines, replaceLine } from './line-store.ts';
import type { Place } from './seal.ts';

/** What a line said before. */
export interface LineVersion {
  readonly seq: number;
  readonly message: OutMessage;
  /** ISO 8601. */
  readonly replacedAt: string;
}

const placeOf = ({ channel, conversation }: ConversationKey, seq: number, version: number): Place => ({
  table: 'line_versions',
  column: 'body',
  key: [channel, conversation, seq, version],
});

/**
 * Puts other words in the place of a text somebody of the staff wrote, and keeps what it said; false where the line is no
 * text of theirs, or only says what another was corrected to. Call within a transaction that holds the conversation.
 */
export async function reviseLine(
  executor: Executor,
  key: ConversationKey,
  { seq, text, by }: { readonly seq: number; readonly text: string; readonly by: number },
  now: Date,
): Promise<boolean> {
  const { channel, conversation } = key;
  const own = await executor.db
    .selectFrom('lines')
    .select('seq')
    .where('channel', '=', channel)
    .where('conversation', '=', conversation)
    .where('seq', '=', seq)
    .where('written_by', '=', by)
    .executeTakeFirst();
  const [line] = own ? await readLines(executor, key, { after: seq - 1, until: seq }) : [];
  if (line?.message.kind !== 'text' || line.message.corrects) return false;
  const before = await readLineVersions(executor, key, { after: seq - 1, until: seq });
  const version = before.length + 1;
  const body = executor.sealer.seal(placeOf(key, seq, version), JSON.stringify(line.message));
  await executor.db
    .insertInto('line_versions')
    .values({ channel, conversation, seq, version, body, replaced_at: now.toISOString() })
    .execute();
  await replaceLine(executor, key, seq, { ...line.message, text });
  return true;
}

/** What lines said before, oldest first. */
export async function readLineVersions(
  { db, sealer }: Executor,
  key: ConversationKey,
  range: { readonly after: number; readonly until?: number },
): Promise<readonly LineVersion[]> {
  const rows = await db
    .selectFrom('line_versions')
    .selectAll()
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('seq', '>', range.after)
    .$if(range.until !== undefined, (query) => query.where('seq', '<=', range.until ?? 0))
    .orderBy('seq')
    .orderBy('version')
    .execute();
  return rows.map(({ seq, version, body, replaced_at: replacedAt }) => ({
    seq,
    // Our own sealed words.
    message: JSON.parse(sealer.open(placeOf(key, seq, version), body)) as OutMessage,
    replacedAt,
  }));
}

/** How the platform names a line it took as one message; null where it took none, several, or names them not. */
export async function readPlatformId({ db }: Executor, key: ConversationKey, seq: number): Promise<string | null> {
  const row = await db
    .selectFrom('lines')
    .select('platform_id')
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('seq', '=', seq)
    .where('parts_sent', '=', 1)
    .where('delivered_at', 'is not', null)
    .executeTakeFirst();
  return row?.platform_id ?? null;
}
