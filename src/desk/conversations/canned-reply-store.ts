import { type Executor, takeNextNumber } from '../../store/index.ts';

/** A text staff answer with again and again. Nothing personal belongs in it. */
export interface CannedReply {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** Written by whom, and when. */
interface Writing {
  readonly by: number;
  readonly now: Date;
}

export async function readCannedReplies({ db }: Executor): Promise<readonly CannedReply[]> {
  return db.selectFrom('canned_replies').select(['id', 'title', 'text']).orderBy('title').orderBy('id').execute();
}

export async function insertCannedReply(
  executor: Executor,
  reply: Omit<CannedReply, 'id'>,
  { by, now }: Writing,
): Promise<CannedReply> {
  const id = await takeNextNumber(executor, 'canned_replies');
  const row = { id, ...reply, changed_by: by, changed_at: now.toISOString() };
  await executor.db.insertInto('canned_replies').values(row).execute();
  return { id, ...reply };
}

/** Changes one; undefined when there is none of that id. */
export async function changeCannedReply(
  { db }: Executor,
  { id, ...reply }: CannedReply,
  { by, now }: Writing,
): Promise<CannedReply | undefined> {
  return db
    .updateTable('canned_replies')
    .set({ ...reply, changed_by: by, changed_at: now.toISOString() })
    .where('id', '=', id)
    .returning(['id', 'title', 'text'])
    .executeTakeFirst();
}

/** Removes one; false when there is none of that id. */
export async function removeCannedReply({ db }: Executor, id: number): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('canned_replies').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}
