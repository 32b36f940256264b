import type { Executor } from './executor.ts';
import { prepareQuery } from './prepare-query.ts';
import { nameRequest } from './request-store.ts';
import type { Place } from './seal.ts';
import type { DocumentsTable } from './tables.ts';

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

const findLast = prepareQuery((db, given: { readonly request: string }) =>
  db.selectFrom('documents').select('seq').where('request', '=', given.request).orderBy('seq', 'desc').limit(1),
);

const insertDocument = prepareQuery((db, given: DocumentsTable) =>
  db.insertInto('documents').values({
    request: given.request,
    seq: given.seq,
    kind: given.kind,
    document_number: given.document_number,
    model: given.model,
    content_hash: given.content_hash,
    release: given.release,
    made_at: given.made_at,
    made_by: given.made_by,
    released_at: given.released_at,
  }),
);

/** Adds a document to a request; there is no function that changes what it says or removes one. Call within a transaction. */
export async function appendDocument(
  { db, sealer, lock }: Executor,
  document: Omit<StoredDocument, 'seq'>,
): Promise<StoredDocument> {
  const { request } = document;
  await lock(nameRequest(request));
  const seq = ((await findLast(db, { request })).rows[0]?.seq ?? 0) + 1;
  await insertDocument(db, {
    request,
    seq,
    kind: document.kind,
    document_number: document.documentNumber,
    model: sealer.seal(placeOf(request, seq), document.model),
    content_hash: document.contentHash,
    release: document.release,
    made_at: document.madeAt,
    made_by: document.madeBy,
    released_at: document.releasedAt,
  });
  return { ...document, seq };
}

const releaseLatest = prepareQuery(
  (db, given: { readonly request: string; readonly kind: string; readonly at: string }) =>
    db
      .updateTable('documents')
      .set({ released_at: given.at })
      .where('request', '=', given.request)
      .where('released_at', 'is', null)
      .where('seq', '=', (eb) =>
        eb
          .selectFrom('documents as other')
          .select(({ fn }) => fn.max('other.seq').as('seq'))
          .where('other.request', '=', given.request)
          .where('other.kind', '=', given.kind),
      )
      .returning('seq'),
);

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
  const places: number[] = [];
  for (const kind of new Set(kinds)) {
    const { rows } = await releaseLatest(db, { request, kind, at: now.toISOString() });
    places.push(...rows.map(({ seq }) => Number(seq)));
  }
  return places.sort((a, b) => a - b);
}

const findDocuments = prepareQuery((db, given: { readonly request: string }) =>
  db.selectFrom('documents').selectAll().where('request', '=', given.request).orderBy('seq'),
);

/** A request's documents, oldest first. */
export async function readDocuments({ db, sealer }: Executor, request: string): Promise<readonly StoredDocument[]> {
  const { rows } = await findDocuments(db, { request });
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
