import type { TranscriptLine } from '../../channel/desk.ts';
import { type ConversationKey, type Executor, openLine } from '../../store/index.ts';

/** A line with how far it has come. */
export interface StatedLine {
  readonly channel: string;
  readonly line: TranscriptLine;
  readonly writtenBy: number | null;
  readonly deliveredAt: string | null;
  readonly undeliverable: string | null;
}

/** The newest lines after `after`, oldest first. */
export async function readLinesWithState(
  executor: Executor,
  key: ConversationKey,
  page: { readonly after: number; readonly most: number },
): Promise<readonly StatedLine[]> {
  const rows = await executor.db
    .selectFrom('lines')
    .selectAll()
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('seq', '>', page.after)
    .orderBy('seq', 'desc')
    .limit(page.most)
    .execute();
  return rows.reverse().map((row) => ({
    channel: row.channel,
    line: openLine(executor, row),
    writtenBy: row.written_by,
    deliveredAt: row.delivered_at,
    undeliverable: row.undeliverable,
  }));
}
