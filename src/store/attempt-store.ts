import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { takeNextNumber } from './sequence-store.ts';

/** Remembers a wrong query code, for the conversation it came from and the number it was tried on. */
export async function recordWrongAttempt(
  executor: Executor,
  key: ConversationKey,
  number: string,
  now: Date,
): Promise<void> {
  const id = await takeNextNumber(executor, 'attempts');
  await executor.db
    .insertInto('attempts')
    .values({ id, channel: key.channel, conversation: key.conversation, number, at: now.toISOString() })
    .execute();
}

/** Instants of wrong attempts since `since`, newest first, by this conversation or on this number. */
export async function readWrongAttempts(
  { db }: Executor,
  key: ConversationKey,
  number: string,
  since: Date,
): Promise<{ readonly byConversation: readonly string[]; readonly onNumber: readonly string[] }> {
  const rows = await db
    .selectFrom('attempts')
    .select(['channel', 'conversation', 'number', 'at'])
    .where('at', '>', since.toISOString())
    .where((eb) =>
      eb.or([
        eb('number', '=', number),
        eb.and([eb('channel', '=', key.channel), eb('conversation', '=', key.conversation)]),
      ]),
    )
    .orderBy('at', 'desc')
    .execute();
  const own = rows.filter((row) => row.channel === key.channel && row.conversation === key.conversation);
  return {
    byConversation: own.map((row) => row.at),
    onNumber: rows.filter((row) => row.number === number).map((row) => row.at),
  };
}

/** Forgets attempts before `before`: they no longer count. */
export async function forgetAttempts({ db }: Executor, before: Date): Promise<void> {
  await db.deleteFrom('attempts').where('at', '<=', before.toISOString()).execute();
}
