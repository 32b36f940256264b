import type { Executor } from './executor.ts';
import { isAmong } from './is-among.ts';
import { nameRequest } from './request-store.ts';
import type { Place } from './seal.ts';

/** A document that was made for a request. */
export interface StoredDocument {
  readonly request: string;
  /** From 1 within its request. */
  readonly seq: number;
  readonly kind: string;
  /** 沈信公开告〔2026〕12号; null for kinds that carry none. */
  readonly documentNumber: string | null;
  /** The document as it was composed, JSON; later changes of the texts do not touch it. */
  readonly model: string;
  /** SHA-256 of `model` in hex. */
  readonly contentHash: string;
  /** Hash of the release its texts came from. */
  readonly release: string;
  readonly madeAt: string;
  readonly madeBy: string;
  /** When it was handed over to whom it is for; null before. Only then can the requester fetch it. */
  readonly releasedAt: string | null;
}

function placeOf(request: string, seq: number): Place {
  return { table: 'documents', column: 'model', key: [request, seq] };
}

/** Adds a document to a request; there is no function that changes what it says or removes one. Call within a transaction. */
export async function appendDocument(
  { db, sealer, lock }: Executor,
  document: Omit<StoredDocument, 'seq'>,
): Promise<StoredDocument> {
  await lock(nameRequest(document.request));
  const last = await db
    .selectFrom('documents')
    .select('seq')
    .where('request', '=', document.request)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seq = (last?.seq ?? 0) + 1;
  await db
    .insertInto('documents')
    .values({
      request: document.request,
      seq,
      kind: document.kind,
      document_number: document.documentNumber,
      model: sealer.seal(placeOf(document.request, seq), document.model),
      content_hash: document.contentHash,
      release: document.release,
      made_at: document.madeAt,
      made_by: document.madeBy,
      released_at: document.releasedAt,
    })
    .execute();
  return { ...document, seq };
}

/**
 * Hands over the latest document of each of these kinds, once; the places of those handed over now. Call within the
 * transaction that says so.
 */
export async function handOverDocuments(
  { db }: Executor,
  request: string,
  kinds: readonly string[],
  now: Date,
): Promise<readonly number[]> {
  const latest = db
    .selectFrom('documents')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('request', '=', request)
    .where(isAmong('kind', kinds))
    .groupBy('kind');
  const rows = await latest.execute();
  const places = rows.map(({ seq }) => Number(seq));
  const handed = await db
    .updateTable('documents')
    .set({ released_at: now.toISOString() })
    .where('request', '=', request)
    .where(isAmong('seq', places))
    .where('released_at', 'is', null)
    .returning('seq')
    .execute();
  return handed.map(({ seq }) => Number(seq)).sort((a, b) => a - b);
}

/** A request's documents, oldest first. */
export async function readDocuments({ db, sealer }: Executor, request: string): Promise<readonly StoredDocument[]> {
  const rows = await db.selectFrom('documents').selectAll().where('request', '=', request).orderBy('seq').execute();
  return rows.map((row) => ({
    request: row.request,
    seq: row.seq,
    kind: row.kind,
    documentNumber: row.document_number,
    model: sealer.open(placeOf(row.request, row.seq), row.model),
    contentHash: row.content_hash,
    release: row.release,
    madeAt: row.made_at,
    madeBy: row.made_by,
    releasedAt: row.released_at,
  }));
}
