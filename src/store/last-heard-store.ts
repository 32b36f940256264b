import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';

/** When the person of a conversation last wrote; undefined when they never did. */
export async function readLastHeard({ db }: Executor, key: ConversationKey): Promise<Date | undefined> {
  const row = await db
    .selectFrom('lines')
    .select('at')
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('speaker', '=', 'citizen')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && new Date(row.at);
}
