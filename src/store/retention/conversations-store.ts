import { dropLooseAttachments } from '../attachment-store.ts';
import { type ConversationKey, nameConversation } from '../conversation-store.ts';
import type { Executor } from '../executor.ts';
import { isNotAmong } from '../is-among.ts';
import { isFree } from './held.ts';
import { ALL, makeOverdue, type Retained, readKey } from './overdue.ts';

async function eraseWhole(executor: Executor, { channel, conversation }: ConversationKey): Promise<void> {
  const { db } = executor;
  const visits = db.selectFrom('queue').where('channel', '=', channel).where('conversation', '=', conversation);
  for (const table of ['notes', 'held_replies'] as const)
    await db.deleteFrom(table).where('visit', 'in', visits.select('id')).execute();
  for (const table of ['queue', 'lines', 'inbox', 'attempts', 'held_answers', 'line_versions'] as const) {
    await db.deleteFrom(table).where('channel', '=', channel).where('conversation', '=', conversation).execute();
  }
  await db
    .deleteFrom('hand_overs')
    .where((eb) =>
      eb.or([
        eb.and([eb('channel', '=', channel), eb('conversation', '=', conversation)]),
        eb.and([eb('used_channel', '=', channel), eb('used_conversation', '=', conversation)]),
      ]),
    )
    .execute();
  await dropLooseAttachments(executor, { channel, conversation });
  await db.deleteFrom('conversations').where('channel', '=', channel).where('id', '=', conversation).execute();
}

/**
 * Whole conversations: what was said, what is remembered, visits to staff, links, claims. One in which a request was
 * filed that is in none of the `closed` states stays.
 */
export const createConversations = (closed: readonly string[]): Retained => ({
  async find({ db }, before, most = ALL) {
    const rows = await db
      .selectFrom('conversations')
      .select(['channel', 'id', 'updated_at'])
      .where('updated_at', '<', before.toISOString())
      .where(isFree('conversations.channel', 'conversations.id'))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('requests')
              .select('requests.number')
              .whereRef('requests.channel', '=', 'conversations.channel')
              .whereRef('requests.conversation', '=', 'conversations.id')
              .where(isNotAmong('requests.state', closed)),
          ),
        ),
      )
      .orderBy('updated_at')
      .limit(most)
      .execute();
    return rows.map(({ channel, id, updated_at }) =>
      makeOverdue([channel, id], updated_at, [nameConversation({ channel, conversation: id })]),
    );
  },
  async erase(executor, overdue) {
    for (const each of overdue) {
      const [channel, conversation] = readKey<[string, string]>(each);
      await eraseWhole(executor, { channel, conversation });
    }
  },
});
