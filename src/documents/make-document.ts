import { createHash } from 'node:crypto';
import { type Day, dayOf, yearOf } from '../day.ts';
import { DeskError } from '../errors.ts';
import type { ReleaseData } from '../knowledge/release.ts';
import type { DocumentName } from '../knowledge/schema/document.ts';
import {
  type Composed,
  composeDocument,
  type DocumentFacts,
  type DocumentModel,
  findSeries,
  writeDocumentNumber,
} from '../requests/documents/index.ts';
import {
  appendDocument,
  type Executor,
  type StoredDocument,
  type StoredRequest,
  takeNextNumber,
} from '../store/index.ts';
import { factsOfRequest, mergeFacts } from './facts-of-request.ts';

export interface MakeOptions {
  readonly kind: DocumentName;
  /** Facts the request does not know of itself, or knows better. */
  readonly facts?: Partial<DocumentFacts>;
  readonly release: ReleaseData;
  readonly now: Date;
  readonly by: string;
  /** true when it is handed over with being made. Default: false, a draft for the office. */
  readonly handOver?: boolean;
}

/**
 * The document, or a failure that says what is missing: its hint is the list of names, or which text there is none of.
 * @throws DeskError DOCUMENT_INCOMPLETE naming every fact that is needed and not known; DOCUMENT_UNKNOWN
 */
export function requireComposed(composed: Composed): DocumentModel {
  switch (composed.kind) {
    case 'composed':
      return composed.model;
    case 'incomplete':
      throw new DeskError('DOCUMENT_INCOMPLETE', `not known: ${composed.missing.join(', ')}`, {
        hint: composed.missing.join(', '),
      });
    case 'no_text':
      throw new DeskError('DOCUMENT_UNKNOWN', `there is no such document for this case: ${composed.why}`, {
        hint: composed.why,
      });
  }
}

/**
 * Makes a document of a request and keeps it, with the next number of its series in the year of its date. Composed once
 * before a number is taken and once with it, in the transaction of `executor`: numbers have no gaps.
 * @throws DeskError DOCUMENT_INCOMPLETE, DOCUMENT_UNKNOWN
 */
export async function makeDocument(
  executor: Executor,
  request: StoredRequest,
  options: MakeOptions,
): Promise<{ readonly stored: StoredDocument; readonly model: DocumentModel }> {
  const { kind, release, now } = options;
  const known = factsOfRequest(request, release.base.profile, dayOf(now));
  const facts = mergeFacts(known, options.facts ?? {});
  const series = findSeries(kind, release.base);
  const numbered = (number: string) => mergeFacts(facts, { letter: { number } });
  let model = requireComposed(composeDocument(kind, series === null ? facts : numbered('–'), release.base));
  if (series !== null) {
    const year = yearOf((facts.letter?.on ?? dayOf(now)) as Day);
    const running = await takeNextNumber(executor, `documents/${series}/${year}`);
    const number = writeDocumentNumber(kind, release.base, { year, running });
    model = requireComposed(composeDocument(kind, numbered(number ?? ''), release.base));
  }
  const text = JSON.stringify(model);
  const stored = await appendDocument(executor, {
    request: request.number,
    kind,
    documentNumber: model.number,
    model: text,
    contentHash: createHash('sha256').update(text).digest('hex'),
    release: release.hash,
    madeAt: now.toISOString(),
    madeBy: options.by,
    releasedAt: options.handOver ? now.toISOString() : null,
  });
  return { stored, model };
}

/** A kept document as it was composed. Sealed by us at its place, so its shape is known. */
export function openDocument(stored: StoredDocument): DocumentModel {
  return JSON.parse(stored.model) as DocumentModel;
}
