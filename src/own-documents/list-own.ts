import type { Day } from '../day.ts';
import { factsOfRequest, mergeFacts, openDocument } from '../documents/index.ts';
import type { KnowledgeBase } from '../knowledge/release.ts';
import { composeDocument, type DocumentModel } from '../requests/documents/index.ts';
import { type Executor, readDocuments, readRequestEvents, type StoredRequest } from '../store/index.ts';

/** A document its requester may have. `id` is `application`, `receipt` or the place of a kept one. */
export interface OwnDocument {
  readonly id: string;
  readonly model: DocumentModel;
  /** Instant it was made, ISO 8601. */
  readonly at: string;
}

/** Kinds made afresh whenever they are asked for: they say nothing but what was filed. */
const AFRESH = ['application', 'receipt'] as const;

/** What the requester may fetch: the form and the receipt, and every letter to them that was handed over. */
export async function listOwnDocuments(
  executor: Executor,
  request: StoredRequest,
  base: KnowledgeBase,
  given: { readonly secret: string; readonly now: Date; readonly today: Day },
): Promise<readonly OwnDocument[]> {
  const known = factsOfRequest(request, base.profile, given.today);
  const [first] = await readRequestEvents(executor, request.number);
  const elsewhere = first?.kind === 'carried_over';
  const facts = mergeFacts(known, {
    request: { secret: given.secret },
    ...(elsewhere ? { authority: { name: String(first.fields.authority) } } : {}),
  });
  // The authority an application goes to gives its own receipt.
  const afresh = (elsewhere ? AFRESH.slice(0, 1) : AFRESH).flatMap((kind): OwnDocument[] => {
    const composed = composeDocument(kind, facts, base);
    return composed.kind === 'composed' ? [{ id: kind, model: composed.model, at: given.now.toISOString() }] : [];
  });
  const own = new Set<string>(base.documents.filter(({ to }) => to === 'requester').map(({ kind }) => kind));
  const kept = await readDocuments(executor, request.number);
  const released = kept.filter(({ kind, releasedAt }) => releasedAt !== null && own.has(kind));
  // A form that was handed over is the one to have; a second of the same name only makes people wonder which.
  const handed = new Set<string>(released.map(({ kind }) => kind));
  return [
    ...afresh.filter(({ id }) => !handed.has(id)),
    ...released.map((document) => ({ id: String(document.seq), model: openDocument(document), at: document.madeAt })),
  ];
}
