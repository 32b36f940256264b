import type { Executor } from '../../store/index.ts';
import { beginHolding, endHolding, type Held } from '../holding/index.ts';

/** Kind of the timer that sends a held reply; its subject is the reply's id. */
export const HELD_REPLY = 'held_reply';
const HOLDING = { kind: HELD_REPLY, sequence: 'held_replies' };

/** A reply as it is written. Text may be left out where a file goes. */
export interface Reply {
  readonly text: string;
  /** Ids of files uploaded for it. */
  readonly files: readonly string[];
}

/** A reply that is not sent yet. Instants are ISO 8601. */
export interface HeldReply extends Reply, Held {
  /** Id of the visit. */
  readonly visit: number;
  readonly heldBy: number;
  /** The conversation was not its writer's any more when it was due; null while it waits. */
  readonly failedAt: string | null;
}

const placeOf = (id: number) => ({ table: 'held_replies', column: 'content', key: [id] });

async function write({ db, sealer }: Executor, reply: HeldReply): Promise<void> {
  const { id, visit, heldBy, dueAt, failedAt, text, files } = reply;
  const content = sealer.seal(placeOf(id), JSON.stringify({ text, files }));
  const row = { id, visit, content, held_by: heldBy, due_at: dueAt, failed_at: failedAt };
  await db.insertInto('held_replies').values(row).execute();
}

/** Keeps a reply and has it sent ten seconds from now, by whichever process is there. */
export async function insertHeldReply(
  executor: Executor,
  { visit, heldBy, text, files }: Pick<HeldReply, 'visit' | 'heldBy' | 'text' | 'files'>,
  now: Date,
): Promise<Held> {
  const held = await beginHolding(executor, HOLDING, now);
  await write(executor, { ...held, visit, heldBy, text, files, failedAt: null });
  return held;
}

interface Row {
  readonly id: number;
  readonly visit: number;
  readonly content: Uint8Array;
  readonly held_by: number;
  readonly due_at: string;
  readonly failed_at: string | null;
}

function open({ sealer }: Executor, row: Row): HeldReply {
  const { text, files } = JSON.parse(sealer.open(placeOf(row.id), row.content)) as Reply;
  const { id, visit, held_by: heldBy, due_at: dueAt, failed_at: failedAt } = row;
  return { id, visit, heldBy, dueAt, failedAt, text, files };
}

/** Takes a reply away, and its timer: of two who take it one gets it. Undefined for the other. */
export async function takeHeldReply(executor: Executor, id: number): Promise<HeldReply | undefined> {
  const row = await executor.db.deleteFrom('held_replies').where('id', '=', id).returningAll().executeTakeFirst();
  if (!row) return undefined;
  await endHolding(executor, HOLDING, id);
  return open(executor, row);
}

/** Replies somebody has held in a conversation, oldest first. */
export async function readHeldReplies(executor: Executor, visit: number, by: number): Promise<readonly HeldReply[]> {
  const rows = await executor.db
    .selectFrom('held_replies')
    .selectAll()
    .where('visit', '=', visit)
    .where('held_by', '=', by)
    .orderBy('id')
    .execute();
  return rows.map((row) => open(executor, row));
}

/** Puts a reply back that could not be sent, for who wrote it to see. */
export function keepFailedReply(executor: Executor, reply: HeldReply, now: Date): Promise<void> {
  return write(executor, { ...reply, failedAt: now.toISOString() });
}
