import { createHash } from 'node:crypto';
import type { Day } from '../day.ts';
import { ruleOn } from '../requests/calendar/answer-period.ts';
import { type Draft, PERSONAL_FIELDS } from '../requests/form/draft.ts';
import type { DerivedRow } from './case-store.ts';
import type { RequestsTable } from './case-tables.ts';
import type { ConversationKey } from './conversation-store.ts';
import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';
import { indexRequest } from './request-index-store.ts';
import { type Personal, personalSchema, placeOfRequest, readDerivedRow, type StoredRequest } from './request-store.ts';

function hashNotice(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What a draft says of the person. */
export function personalOf(draft: Draft): Personal {
  return personalSchema.parse(
    Object.fromEntries(PERSONAL_FIELDS.flatMap((field) => (draft[field] === undefined ? [] : [[field, draft[field]]]))),
  );
}

function agreedIn({ notice }: Draft): StoredRequest['notice'] {
  return notice ? { version: notice.version, hash: hashNotice(notice.text), agreedAt: notice.at } : null;
}

/** What follows from events, before the first one. */
const BEFORE = {
  state: 'filed',
  received_on: null,
  due_on: null,
  due_provisional: 0,
  version: 0,
  way: null,
  owner: null,
  unit: null,
  drafter: null,
  outcome: null,
  answered_on: null,
} as const satisfies Omit<DerivedRow, 'regime'>;

/** Columns that are known with the filing. */
type FiledRow = Omit<RequestsTable, keyof typeof BEFORE | 'changed_at'>;

const storeRequest = prepareQuery((db, given: FiledRow) =>
  db.insertInto('requests').values({
    number: given.number,
    channel: given.channel,
    conversation: given.conversation,
    draft_id: given.draft_id,
    ...BEFORE,
    filed_on: given.filed_on,
    regime: given.regime,
    changed_at: null,
    secret_hash: given.secret_hash,
    applicant: given.applicant,
    document_kind: given.document_kind,
    provision: given.provision,
    delivery: given.delivery,
    personal: given.personal,
    description: given.description,
    created_at: given.created_at,
    notice_version: given.notice_version,
    notice_hash: given.notice_hash,
    consented_at: given.consented_at,
  }),
);

/** A request as it will be read back once its row has been brought in line with its events. */
export function withDerived(request: StoredRequest, row: DerivedRow): StoredRequest {
  return { ...request, ...readDerivedRow(row) };
}

/**
 * Stores what a request asks for and who asks, sealed. Its first event, in the same transaction, says the rest. Returns
 * it as it would be read back.
 */
export async function insertRequest(
  executor: Executor,
  key: ConversationKey,
  request: {
    readonly number: string;
    readonly draft: Draft;
    readonly secretHash: string;
    readonly filedOn: Day;
    readonly at: Date;
    /** The notice agreed to, of a case opened from another; else the draft's own. */
    readonly notice?: StoredRequest['notice'];
  },
): Promise<StoredRequest> {
  const { db, sealer } = executor;
  const { number, draft, filedOn, secretHash } = request;
  const notice = request.notice ?? agreedIn(draft);
  const personal = personalOf(draft);
  const { channel, conversation } = key;
  const { applicant = null, documentKind = null, provision = null, delivery = null, description = '' } = draft;
  const regime = ruleOn(filedOn);
  await storeRequest(db, {
    number,
    channel,
    conversation,
    draft_id: draft.id,
    filed_on: filedOn,
    regime,
    secret_hash: secretHash,
    applicant,
    document_kind: documentKind,
    provision,
    delivery,
    personal: sealer.seal(placeOfRequest(number, 'personal'), JSON.stringify(personal)),
    description: sealer.seal(placeOfRequest(number, 'description'), description),
    created_at: request.at.toISOString(),
    notice_version: notice?.version ?? null,
    notice_hash: notice?.hash ?? null,
    consented_at: notice?.agreedAt ?? null,
  });
  await indexRequest(executor, number, personal);
  const asked = { applicant, documentKind, provision, delivery, personal, description };
  const derived = readDerivedRow({ ...BEFORE, regime });
  return { ...derived, number, channel, conversation, filedOn, secretHash, ...asked, notice };
}
