import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Day } from '../day.ts';
import { type Draft, draftSchema, PERSONAL_FIELDS } from '../requests/form/draft.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { indexRequest, readUnindexed } from './request-index-store.ts';
import type { Place } from './seal.ts';
import type { RequestsTable } from './tables.ts';

const personalSchema = draftSchema.pick(
  Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, true])) as Record<(typeof PERSONAL_FIELDS)[number], true>,
);
/** What is known of the requester as a person. */
type Personal = z.infer<typeof personalSchema>;

/** A request as stored, opened. */
export interface StoredRequest extends ConversationKey {
  readonly number: string;
  readonly state: RequestsTable['state'];
  readonly filedOn: Day;
  readonly receivedOn: Day | null;
  readonly dueOn: Day | null;
  readonly dueProvisional: boolean;
  readonly secretHash: string;
  readonly applicant: string | null;
  readonly documentKind: string | null;
  readonly provision: string | null;
  readonly delivery: string | null;
  readonly personal: Personal;
  readonly description: string;
}

/** The name a request is locked by, before it is read to be changed. */
export function nameRequest(number: string): string {
  return JSON.stringify(['request', number]);
}

function hashNotice(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function placeOf(number: string, column: 'personal' | 'description'): Place {
  return { table: 'requests', column, key: [number] };
}

function openRequest({ sealer }: Executor, row: RequestsTable): StoredRequest {
  return {
    number: row.number,
    channel: row.channel,
    conversation: row.conversation,
    state: row.state,
    filedOn: row.filed_on as Day,
    receivedOn: row.received_on as Day | null,
    dueOn: row.due_on as Day | null,
    dueProvisional: row.due_provisional === 1,
    secretHash: row.secret_hash,
    applicant: row.applicant,
    documentKind: row.document_kind,
    provision: row.provision,
    delivery: row.delivery,
    personal: personalSchema.parse(JSON.parse(sealer.open(placeOf(row.number, 'personal'), row.personal))),
    description: sealer.open(placeOf(row.number, 'description'), row.description),
  };
}

/** The request filed from this draft in this conversation, if it was. */
export async function findRequestByDraft(
  executor: Executor,
  key: ConversationKey,
  draftId: string,
): Promise<StoredRequest | undefined> {
  const row = await executor.db
    .selectFrom('requests')
    .selectAll()
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return row && openRequest(executor, row);
}

export async function findRequest(executor: Executor, number: string): Promise<StoredRequest | undefined> {
  const row = await executor.db.selectFrom('requests').selectAll().where('number', '=', number).executeTakeFirst();
  return row && openRequest(executor, row);
}

/** Requests filed in a conversation, oldest first, without opening any. */
export async function findRequestsOf(
  { db }: Executor,
  key: ConversationKey,
): Promise<readonly { readonly number: string; readonly filedOn: Day }[]> {
  const rows = await db
    .selectFrom('requests')
    .select(['number', 'filed_on'])
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ number: row.number, filedOn: row.filed_on as Day }));
}

/** All requests, newest first. */
export async function readRequests(executor: Executor): Promise<readonly StoredRequest[]> {
  const rows = await executor.db
    .selectFrom('requests')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => openRequest(executor, row));
}

/** Stores a request as filed; personal data and description are sealed. */
export async function insertRequest(
  executor: Executor,
  key: ConversationKey,
  request: {
    readonly number: string;
    readonly draft: Draft;
    readonly secretHash: string;
    readonly filedOn: Day;
    readonly at: Date;
  },
): Promise<void> {
  const { db, sealer } = executor;
  const { number, draft } = request;
  const personal = personalSchema.parse(
    Object.fromEntries(PERSONAL_FIELDS.flatMap((field) => (draft[field] === undefined ? [] : [[field, draft[field]]]))),
  );
  await db
    .insertInto('requests')
    .values({
      number,
      channel: key.channel,
      conversation: key.conversation,
      draft_id: draft.id,
      state: 'filed',
      filed_on: request.filedOn,
      received_on: null,
      due_on: null,
      due_provisional: 0,
      secret_hash: request.secretHash,
      applicant: draft.applicant ?? null,
      document_kind: draft.documentKind ?? null,
      provision: draft.provision ?? null,
      delivery: draft.delivery ?? null,
      personal: sealer.seal(placeOf(number, 'personal'), JSON.stringify(personal)),
      description: sealer.seal(placeOf(number, 'description'), draft.description ?? ''),
      created_at: request.at.toISOString(),
      notice_version: draft.notice?.version ?? null,
      notice_hash: draft.notice ? hashNotice(draft.notice.text) : null,
      consented_at: draft.notice?.at ?? null,
    })
    .execute();
  await indexRequest(executor, number, personal);
}

/** Makes requests findable that an earlier version stored. */
export async function indexOlderRequests(executor: Executor): Promise<void> {
  let after = '';
  for (;;) {
    const numbers = await readUnindexed(executor, after);
    for (const number of numbers) {
      const request = await findRequest(executor, number);
      if (request) await indexRequest(executor, number, request.personal);
    }
    const last = numbers.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

export async function setRequestState({ db }: Executor, number: string, state: RequestsTable['state']): Promise<void> {
  await db.updateTable('requests').set({ state }).where('number', '=', number).execute();
}
