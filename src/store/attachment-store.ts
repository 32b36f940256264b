import { z } from 'zod';
import type { AttachmentsTable } from './case-tables.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import type { Place } from './seal.ts';

/** Bytes of one piece: what one row holds, so that copying and sealing anew never take a whole file into memory. */
const PIECE = 64 * 1024;

const sourceSchema = z.object({ name: z.string(), reference: z.string() });

/** A file sent in. `waiting`: still to be fetched and looked at; `kept`: part of its request. */
export interface Attachment extends ConversationKey {
  readonly id: string;
  readonly number: string | null;
  readonly state: AttachmentsTable['state'];
  /** As the sender called it. */
  readonly name: string;
  /** How its channel fetches it; empty when what was stored of it is damaged. */
  readonly reference: string;
  /** By its content; null before it was looked at. */
  readonly mediaType: string | null;
  /** Bytes: as the platform said while it waits, as kept afterwards. */
  readonly size: number;
  /** Whether it was searched for viruses; null before. */
  readonly scan: AttachmentsTable['scan'];
  readonly failures: number;
  readonly createdAt: string;
}

function placeOfSource(id: string): Place {
  return { table: 'attachments', column: 'source', key: [id] };
}

function placeOfPiece(id: string, part: number): Place {
  return { table: 'attachment_parts', column: 'content', key: [id, part] };
}

/** Stands for a name that does not open any more. */
const NAMELESS = '—';

/** One row that was damaged must not keep those beside it from being read: it has no name, and cannot be fetched. */
function openSource({ sealer }: Executor, { id, source }: AttachmentsTable): z.infer<typeof sourceSchema> {
  try {
    return sourceSchema.parse(JSON.parse(sealer.open(placeOfSource(id), source)));
  } catch {
    return { name: NAMELESS, reference: '' };
  }
}

function open(executor: Executor, row: AttachmentsTable): Attachment {
  const { media_type, created_at, next_at: _n, source: _s, ...rest } = row;
  return { ...rest, ...openSource(executor, row), mediaType: media_type, createdAt: created_at };
}

/** Remembers a file somebody sent. `number` null: it was only handed in and belongs to no request yet. */
export async function addAttachment(
  { db, sealer }: Executor,
  key: ConversationKey,
  file: Pick<Attachment, 'id' | 'number' | 'name' | 'reference' | 'size'>,
  now: Date,
): Promise<void> {
  const { id, number, name, reference, size } = file;
  await db
    .insertInto('attachments')
    .values({
      id,
      channel: key.channel,
      conversation: key.conversation,
      number,
      state: number === null ? 'handed_in' : 'waiting',
      source: sealer.seal(placeOfSource(id), JSON.stringify({ name, reference })),
      media_type: null,
      size,
      scan: null,
      failures: 0,
      next_at: now.toISOString(),
      created_at: now.toISOString(),
    })
    .execute();
}

/** Stores a file's bytes, in place of those stored before. */
export async function writeContent({ db, sealer }: Executor, id: string, bytes: Uint8Array): Promise<void> {
  await db.deleteFrom('attachment_parts').where('id', '=', id).execute();
  for (let part = 0; part * PIECE < bytes.length; part += 1) {
    const piece = Buffer.from(bytes.subarray(part * PIECE, (part + 1) * PIECE)).toString('base64');
    const content = sealer.seal(placeOfPiece(id, part), piece);
    await db.insertInto('attachment_parts').values({ id, part, content }).execute();
  }
}

/** A file's bytes; empty when none are stored. */
export async function readContent({ db, sealer }: Executor, id: string): Promise<Uint8Array> {
  const rows = await db.selectFrom('attachment_parts').selectAll().where('id', '=', id).orderBy('part').execute();
  return Buffer.concat(
    rows.map(({ part, content }) => Buffer.from(sealer.open(placeOfPiece(id, part), content), 'base64')),
  );
}

export async function findAttachment(executor: Executor, id: string): Promise<Attachment | undefined> {
  const row = await executor.db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst();
  return row && open(executor, row);
}

/** Files of a request that are kept or on their way, oldest first. */
export async function readAttachments(executor: Executor, number: string): Promise<readonly Attachment[]> {
  const rows = await executor.db
    .selectFrom('attachments')
    .selectAll()
    .where('number', '=', number)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => open(executor, row));
}

/** Files of a channel to be fetched now, oldest first. */
export async function readWaitingAttachments(
  executor: Executor,
  channel: string,
  { at, most }: { readonly at: Date; readonly most: number },
): Promise<readonly Attachment[]> {
  const rows = await executor.db
    .selectFrom('attachments')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('channel', '=', channel)
    .where('next_at', '<=', at.toISOString())
    .orderBy('next_at')
    .limit(most)
    .execute();
  return rows.map((row) => open(executor, row));
}

/** When the next file of a channel is to be fetched; null when none waits. */
export async function readNextAttachment({ db }: Executor, channel: string): Promise<Date | null> {
  const row = await db
    .selectFrom('attachments')
    .select(({ fn }) => fn.min('next_at').as('at'))
    .where('state', '=', 'waiting')
    .where('channel', '=', channel)
    .executeTakeFirst();
  return row?.at ? new Date(row.at) : null;
}

/** Makes a file part of its request. False when that was done before, or it is gone. */
export async function keepAttachment(
  { db }: Executor,
  id: string,
  kept: { readonly mediaType: string; readonly size: number; readonly scan: 'clean' | 'unscanned' },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attachments')
    .set({ state: 'kept', media_type: kept.mediaType, size: kept.size, scan: kept.scan })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Makes a file that was handed in part of a reply. False when that was done before, or it is gone. */
export async function markSent({ db }: Executor, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('attachments')
    .set({ state: 'sent' })
    .where('id', '=', id)
    .where('state', '=', 'handed_in')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Fetching or looking at it failed for now. */
export async function delayAttachment({ db }: Executor, id: string, nextAt: Date): Promise<void> {
  await db
    .updateTable('attachments')
    .set((eb) => ({ failures: eb('failures', '+', 1), next_at: nextAt.toISOString() }))
    .where('id', '=', id)
    .execute();
}

/** Drops a file with its bytes. False when it was gone already. */
export async function dropAttachment({ db }: Executor, id: string): Promise<boolean> {
  await db.deleteFrom('attachment_parts').where('id', '=', id).execute();
  const { numDeletedRows } = await db.deleteFrom('attachments').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

async function dropAll(executor: Executor, rows: readonly Pick<Attachment, 'id'>[]): Promise<void> {
  for (const { id } of rows) await dropAttachment(executor, id);
}

/** Drops what was handed in before an instant and never became part of a request. */
export async function forgetHandedIn(executor: Executor, before: Date): Promise<void> {
  const rows = await executor.db
    .selectFrom('attachments')
    .select('id')
    .where('state', '=', 'handed_in')
    .where('created_at', '<', before.toISOString())
    .execute();
  await dropAll(executor, rows);
}

/** Drops the files of a conversation that are part of no request. */
export async function dropLooseAttachments(executor: Executor, key: ConversationKey): Promise<void> {
  const rows = await executor.db
    .selectFrom('attachments')
    .select('id')
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('state', '<>', 'kept')
    .execute();
  await dropAll(executor, rows);
}
