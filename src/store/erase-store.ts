import type { OutMessage } from '../channel/message.ts';
import { dropLooseAttachments } from './attachment-store.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { readLines, replaceLine } from './line-store.ts';

/** How much was erased, for the record of it. */
export interface Erased {
  readonly lines: number;
  readonly handOvers: number;
  readonly attempts: number;
}

/**
 * Erases what a conversation holds: every line gets `erased` in its place (numbers stay, so that readers keep their
 * place), drafts in links, wrong codes and files not yet with a request go, and so does what could not be handled.
 */
export async function eraseConversation(executor: Executor, key: ConversationKey, erased: OutMessage): Promise<Erased> {
  const { db } = executor;
  const lines = await readLines(executor, key, { after: 0 });
  for (const { seq } of lines) await replaceLine(executor, key, seq, erased);
  await db
    .deleteFrom('line_versions')
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .execute();
  const links = await db
    .deleteFrom('hand_overs')
    .where((eb) =>
      eb.or([
        eb.and([eb('channel', '=', key.channel), eb('conversation', '=', key.conversation)]),
        eb.and([eb('used_channel', '=', key.channel), eb('used_conversation', '=', key.conversation)]),
      ]),
    )
    .executeTakeFirst();
  const attempts = await db
    .deleteFrom('attempts')
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .executeTakeFirst();
  await dropLooseAttachments(executor, key);
  await db
    .updateTable('inbox')
    .set({ body: new Uint8Array() })
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('set_aside_at', 'is not', null)
    .execute();
  return {
    lines: lines.length,
    handOvers: Number(links.numDeletedRows),
    attempts: Number(attempts.numDeletedRows),
  };
}
