import type { z } from 'zod';
import type { Day } from '../day.ts';
import { draftSchema, PERSONAL_FIELDS } from '../requests/form/draft.ts';
import type { DerivedRow } from './case-store.ts';
import type { RequestsTable } from './case-tables.ts';
import { type ConversationKey, nameConversation } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { isAmong } from './is-among.ts';
import { prepareQuery } from './prepare-query.ts';
import { indexRequest, readUnindexed } from './request-index-store.ts';
import type { Place } from './seal.ts';

export const personalSchema = draftSchema.pick(
  Object.fromEntries(PERSONAL_FIELDS.map((field) => [field, true])) as Record<(typeof PERSONAL_FIELDS)[number], true>,
);
/** What is known of the requester as a person. */
export type Personal = z.infer<typeof personalSchema>;

/** A request as stored, opened. */
export interface StoredRequest extends ConversationKey {
  readonly number: string;
  /** Id of the state in the regime's table. */
  readonly state: string;
  readonly filedOn: Day;
  readonly receivedOn: Day | null;
  readonly dueOn: Day | null;
  readonly dueProvisional: boolean;
  /** Year of the regulation it follows. */
  readonly regime: string;
  readonly version: number;
  readonly owner: string | null;
  readonly unit: string | null;
  readonly drafter: string | null;
  readonly outcome: string | null;
  readonly answeredOn: Day | null;
  readonly secretHash: string;
  readonly applicant: string | null;
  readonly documentKind: string | null;
  readonly provision: string | null;
  readonly delivery: string | null;
  readonly personal: Personal;
  readonly description: string;
  /** The notice on personal data agreed to: its version, the SHA-256 of its words, and when; null before there was one. */
  readonly notice: { readonly version: string; readonly hash: string | null; readonly agreedAt: string | null } | null;
}

/** The name a request is locked by, before it is read to be changed. */
export function nameRequest(number: string): string {
  return JSON.stringify(['request', number]);
}

/** What of a request follows from its events, as its row has it. */
export function readDerivedRow(row: DerivedRow) {
  return {
    state: row.state,
    receivedOn: row.received_on as Day | null,
    dueOn: row.due_on as Day | null,
    dueProvisional: row.due_provisional === 1,
    regime: row.regime,
    version: row.version,
    owner: row.owner,
    unit: row.unit,
    drafter: row.drafter,
    outcome: row.outcome,
    answeredOn: row.answered_on as Day | null,
  };
}

export function placeOfRequest(number: string, column: 'personal' | 'description'): Place {
  return { table: 'requests', column, key: [number] };
}

function readFacts(row: RequestsTable): Omit<StoredRequest, 'personal' | 'description'> {
  return {
    number: row.number,
    channel: row.channel,
    conversation: row.conversation,
    filedOn: row.filed_on as Day,
    ...readDerivedRow(row),
    secretHash: row.secret_hash,
    applicant: row.applicant,
    documentKind: row.document_kind,
    provision: row.provision,
    delivery: row.delivery,
    notice:
      row.notice_version === null
        ? null
        : { version: row.notice_version, hash: row.notice_hash, agreedAt: row.consented_at },
  };
}

function openWords({ sealer }: Executor, row: RequestsTable): Pick<StoredRequest, 'personal' | 'description'> {
  return {
    personal: personalSchema.parse(JSON.parse(sealer.open(placeOfRequest(row.number, 'personal'), row.personal))),
    description: sealer.open(placeOfRequest(row.number, 'description'), row.description),
  };
}

function openRequest(executor: Executor, row: RequestsTable): StoredRequest {
  return { ...readFacts(row), ...openWords(executor, row) };
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

const selectRow = prepareQuery((db, given: { readonly number: string }) =>
  db.selectFrom('requests').selectAll().where('number', '=', given.number),
);

async function findRow({ db }: Executor, number: string): Promise<RequestsTable | undefined> {
  return (await selectRow(db, { number })).rows[0];
}

export async function findRequest(executor: Executor, number: string): Promise<StoredRequest | undefined> {
  const row = await findRow(executor, number);
  return row && openRequest(executor, row);
}

/** Names that the conversations of some requests are locked by, at most a few hundred, each once, in order. */
export async function nameConversationsOf({ db }: Executor, numbers: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('requests')
    .select(['channel', 'conversation'])
    .distinct()
    .where(isAmong('number', numbers))
    .execute();
  return rows.map(nameConversation).sort();
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

/** Requests filed in a conversation, opened, newest first. */
export async function openRequestsOf(executor: Executor, key: ConversationKey): Promise<readonly StoredRequest[]> {
  const rows = await executor.db
    .selectFrom('requests')
    .selectAll()
    .where('channel', '=', key.channel)
    .where('conversation', '=', key.conversation)
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => openRequest(executor, row));
}

/** Which requests a page holds. What is left out is not asked for. */
export interface RequestPage {
  /** Most rows; 50 when left out. */
  readonly limit?: number | undefined;
  /** Number of the last request of the page before. */
  readonly after?: string | undefined;
  /** Only these, at most a few hundred. */
  readonly numbers?: readonly string[] | undefined;
  /** The number or a part of it. */
  readonly number?: string | undefined;
  readonly state?: string | undefined;
  /** One of these. */
  readonly states?: readonly string[] | undefined;
  readonly owner?: string | undefined;
  readonly unit?: string | undefined;
  /** Last day to answer, this day or earlier. */
  readonly dueBy?: Day | undefined;
  /** What is due first comes first, what has no last day yet after it, oldest first; there is no page after it. */
  readonly order?: 'newest' | 'due' | undefined;
}

const PAGE = 50;

async function readRows(executor: Executor, page: RequestPage): Promise<readonly RequestsTable[]> {
  const { after, numbers, number, state, states, owner, unit, dueBy, order = 'newest' } = page;
  const last = after === undefined ? undefined : await findRow(executor, after);
  let query = executor.db.selectFrom('requests').selectAll();
  if (numbers !== undefined) query = query.where(isAmong('number', numbers));
  if (number !== undefined) query = query.where('number', 'like', `%${number.replaceAll(/[%_\\]/gu, '')}%`);
  if (state !== undefined) query = query.where('state', '=', state);
  if (states !== undefined) query = query.where(isAmong('state', states));
  if (owner !== undefined) query = query.where('owner', '=', owner);
  if (unit !== undefined) query = query.where('unit', '=', unit);
  if (dueBy !== undefined) query = query.where('due_on', '<=', dueBy);
  if (last) {
    query = query
      .where('created_at', '<=', last.created_at)
      .where((eb) => eb.or([eb('created_at', '<', last.created_at), eb('number', '<', last.number)]));
  }
  const ordered =
    order === 'due'
      ? query
          .orderBy('due_on', (by) => by.asc().nullsLast())
          .orderBy('created_at')
          .orderBy('number')
      : query.orderBy('created_at', 'desc').orderBy('number', 'desc');
  return ordered.limit(page.limit ?? PAGE).execute();
}

/** One page of requests, newest first unless asked otherwise. */
export async function readRequests(executor: Executor, page: RequestPage = {}): Promise<readonly StoredRequest[]> {
  return (await readRows(executor, page)).map((row) => openRequest(executor, row));
}

/** A request whose words are opened only by who needs them; `sealed` differs whenever they do. */
export interface SealedRequest extends Omit<StoredRequest, 'personal' | 'description'> {
  readonly sealed: readonly [personal: Uint8Array, description: Uint8Array];
  readonly open: () => Pick<StoredRequest, 'personal' | 'description'>;
}

/** The same page with the words still sealed: opening them takes longer than all the rest. */
export async function readSealedRequests(executor: Executor, page: RequestPage): Promise<readonly SealedRequest[]> {
  return (await readRows(executor, page)).map((row) => ({
    ...readFacts(row),
    sealed: [row.personal, row.description],
    open: () => openWords(executor, row),
  }));
}

/** What is known of every request without opening anything sealed, in the order of their numbers. */
export async function readRequestHeads({
  db,
}: Executor): Promise<readonly Pick<RequestsTable, 'number' | 'applicant' | 'regime'>[]> {
  return db.selectFrom('requests').select(['number', 'applicant', 'regime']).orderBy('number').execute();
}

/** Puts right what is known of a requester, and by what the request is found. */
export async function correctPersonal(
  executor: Executor,
  { number, personal }: Pick<StoredRequest, 'number' | 'personal'>,
  changes: Partial<Personal>,
): Promise<void> {
  const corrected = { ...personal, ...changes };
  await executor.db
    .updateTable('requests')
    .set({ personal: executor.sealer.seal(placeOfRequest(number, 'personal'), JSON.stringify(corrected)) })
    .where('number', '=', number)
    .execute();
  await indexRequest(executor, number, corrected);
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
