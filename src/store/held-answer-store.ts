import type { OutMessage } from '../channel/message.ts';
import { noteChange } from './change-store.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { HeldAnswersTable } from './desk-tables.ts';
import type { Executor } from './executor.ts';
import { takeNextNumber } from './sequence-store.ts';

/** What is sealed of an answer that waits for somebody's approval. */
interface HeldContent {
  /** What was asked; null when a button was pressed. */
  readonly question: string | null;
  readonly replies: readonly OutMessage[];
  /** Probability from 0 to 1 that this is what was asked. */
  readonly confidence: number;
}

/** An answer a person looks at before it is sent. Instants are ISO 8601. */
export interface HeldAnswer extends ConversationKey, HeldContent {
  readonly id: number;
  /** `waiting`, sent as it stood (`released`), or answered otherwise (`rejected`). */
  readonly state: 'waiting' | 'released' | 'rejected';
  /** What it comes from: `answer/fees`. */
  readonly subject: string;
  readonly why: 'listed' | 'unsure';
  /** Hash of the release it was answered from. */
  readonly release: string;
  readonly heldAt: string;
  /** Counts the changes: whoever decides says which they saw. */
  readonly version: number;
  readonly editedBy: number | null;
  readonly decidedBy: number | null;
  readonly decidedAt: string | null;
}

const placeOf = (id: number) => ({ table: 'held_answers', column: 'content', key: [id] });
export const nameAnswer = (id: number): string => `answer:${id}`;

function seal({ sealer }: Executor, id: number, { question, replies, confidence }: HeldContent): Uint8Array {
  return sealer.seal(placeOf(id), JSON.stringify({ question, replies, confidence }));
}

function open({ sealer }: Executor, row: HeldAnswersTable): HeldAnswer {
  // Our own sealed words: what opens was written here.
  const content = JSON.parse(sealer.open(placeOf(row.id), row.content)) as HeldContent;
  const { id, channel, conversation, state, subject, why, release, version } = row;
  return {
    ...content,
    id,
    channel,
    conversation,
    state,
    subject,
    why,
    release,
    version,
    heldAt: row.held_at,
    editedBy: row.edited_by,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}

/** Keeps an answer back; says how many wait before it. */
export async function holdAnswer(
  executor: Executor,
  key: ConversationKey,
  held: Pick<HeldAnswer, 'question' | 'replies' | 'subject' | 'why' | 'confidence' | 'release'>,
  now: Date,
): Promise<{ readonly id: number; readonly ahead: number }> {
  const { db } = executor;
  const waiting = await db
    .selectFrom('held_answers')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const id = await takeNextNumber(executor, 'held_answers');
  const { subject, why, release } = held;
  const { channel, conversation } = key;
  const row = { id, channel, conversation, state: 'waiting' as const, subject, why, release, version: 1 };
  await db
    .insertInto('held_answers')
    .values({
      ...row,
      content: seal(executor, id, held),
      held_at: now.toISOString(),
      edited_by: null,
      decided_by: null,
      decided_at: null,
    })
    .execute();
  await noteChange(executor, nameAnswer(id), now);
  return { id, ahead: Number(waiting.count) };
}

export async function findHeldAnswer(executor: Executor, id: number): Promise<HeldAnswer | undefined> {
  const row = await executor.db.selectFrom('held_answers').selectAll().where('id', '=', id).executeTakeFirst();
  return row && open(executor, row);
}

/** Those that wait, first come first; of the others the newest. */
export async function readHeldAnswers(
  executor: Executor,
  { state, most }: { readonly state: HeldAnswer['state']; readonly most: number },
): Promise<readonly HeldAnswer[]> {
  const rows = await executor.db
    .selectFrom('held_answers')
    .selectAll()
    .where('state', '=', state)
    .orderBy('id', state === 'waiting' ? 'asc' : 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => open(executor, row));
}

/** A change by somebody who saw this version. */
interface Deciding {
  readonly by: number;
  readonly version: number;
  readonly now: Date;
}

/** Writes it anew; false when somebody changed or decided it since. */
export async function editHeldAnswer(
  executor: Executor,
  answer: HeldAnswer,
  replies: readonly OutMessage[],
  { by, version, now }: Deciding,
): Promise<boolean> {
  const content = seal(executor, answer.id, { ...answer, replies });
  const changed = await executor.db
    .updateTable('held_answers')
    .set((eb) => ({ content, edited_by: by, version: eb('version', '+', 1) }))
    .where('id', '=', answer.id)
    .where('state', '=', 'waiting')
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (changed) await noteChange(executor, nameAnswer(answer.id), now);
  return changed !== undefined;
}

/** Decides on it. One statement: of two at the same time one wins, and whoever saw another version does not. */
export async function decideHeldAnswer(
  executor: Executor,
  id: number,
  state: 'released' | 'rejected',
  { by, version, now }: Deciding,
): Promise<boolean> {
  const decided = await executor.db
    .updateTable('held_answers')
    .set({ state, decided_by: by, decided_at: now.toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  if (decided) await noteChange(executor, nameAnswer(id), now);
  return decided !== undefined;
}

/** Drops what a conversation has waiting or decided. */
export async function dropHeldAnswers(executor: Executor, key: ConversationKey, now: Date): Promise<void> {
  const gone = await executor.db
    .deleteFrom('held_answers')
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .returning('id')
    .execute();
  for (const { id } of gone) await noteChange(executor, nameAnswer(id), now);
}
