import { openDocument } from '../documents/index.ts';
import type { KnowledgeBase } from '../knowledge/release.ts';
import { type DocumentModel, writeDocument } from '../requests/documents/index.ts';
import { type Executor, findRequest, readDocuments, type StoredRequest } from '../store/index.ts';
import { maskDesksWords } from './conversations/index.ts';
import { maskPersonal } from './mask-personal.ts';

/** A document of a request as staff read it on the screen. */
export interface Paper {
  readonly seq: number;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly releasedAt: string | null;
  /** Line by line; what names the requester is starred. */
  readonly text: string;
}

/** A request with everything personal in it starred. */
export function maskRequest(request: StoredRequest): StoredRequest {
  return { ...request, personal: maskPersonal(request) };
}

/** Stars in a text whatever it repeats of a requester's data; contacts the authority has published stay. */
function maskText(text: string, request: StoredRequest, base: KnowledgeBase): string {
  const masked = maskPersonal(request);
  const pairs = Object.entries(request.personal).flatMap(([field, value]) => {
    const star = masked[field as keyof typeof masked];
    return typeof value === 'string' && typeof star === 'string' && value !== '' ? [[value, star] as const] : [];
  });
  const longestFirst = pairs.toSorted(([a], [b]) => b.length - a.length);
  return maskDesksWords(
    longestFirst.reduce((rest, [value, star]) => rest.replaceAll(value, star), text),
    base,
  );
}

/** A document's words, starred as the request is. */
export function writeMasked(model: DocumentModel, request: StoredRequest, base: KnowledgeBase): string {
  return maskText(writeDocument(model), request, base);
}

/** The documents of a request, oldest first. */
export async function readPapers(executor: Executor, base: KnowledgeBase, number: string): Promise<readonly Paper[]> {
  const request = await findRequest(executor, number);
  if (!request) return [];
  return (await readDocuments(executor, number)).map((stored) => {
    const model = openDocument(stored);
    const { seq, kind, madeAt, madeBy, releasedAt } = stored;
    const text = writeMasked(model, request, base);
    return { seq, kind, title: model.title, number: model.number, madeAt, madeBy, releasedAt, text };
  });
}
