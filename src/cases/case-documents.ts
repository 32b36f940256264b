import { type DocumentedCase, factsOfCase } from '../documents/facts-of-case.ts';
import { mergeFacts } from '../documents/facts-of-request.ts';
import { makeDocument } from '../documents/make-document.ts';
import { DOCUMENT_NAMES, type DocumentName } from '../knowledge/schema/document.ts';
import { composeDocument, type DocumentFacts } from '../requests/documents/index.ts';
import { type Decision, nameField, type Refusal } from '../requests/index.ts';
import {
  handOverDocuments,
  readDocuments,
  readStaffNames,
  type StoredDocument,
  type StoredRequest,
} from '../store/index.ts';
import type { CaseContext } from './case-context.ts';

export type Papers = Pick<DocumentedCase, 'request' | 'made' | 'nameOf'>;

function named(names: readonly string[]): DocumentName[] {
  return DOCUMENT_NAMES.filter((name) => names.includes(name));
}

/** Every document an event makes or must leave possible. */
export function namesOf({ documents, rule }: Decision): readonly DocumentName[] {
  return named([...documents, ...rule.composes]);
}

/** Documents an event needs the facts of: those it makes and those it must leave possible. */
export function needsDocuments({ documents, rule }: Decision): boolean {
  return documents.length + rule.composes.length > 0;
}

export function gatherFacts({ release }: CaseContext, papers: Papers, decision: Decision): DocumentFacts {
  const { event, view, clocks, clockChanges } = decision;
  const dueBefore = event.kind === 'extended' ? clockChanges.find(({ id }) => id === 'statutory')?.before : undefined;
  return factsOfCase({ ...papers, view, clocks, dueBefore }, release.base.profile, event.on);
}

function refuse({ rule, event }: Decision, document: DocumentName, missing: readonly string[]): Refusal {
  const fields = missing.map((fact) => ({ fact, field: nameField(fact, event.kind) }));
  const own = fields.filter(({ field }) => Object.hasOwn(rule.fields, field));
  if (own.length === 0) return { code: 'document', event: event.kind, document, missing };
  return {
    code: 'fields',
    event: event.kind,
    faults: own.map(({ field }) => ({ field, fault: 'missing', values: {} })),
  };
}

/**
 * Why a document of an event cannot be made: the fields or facts it lacks, or that the rules know none such. Pure, and
 * asked before anything is written. An authority whose knowledge holds no texts of documents makes none.
 */
export function findUnmade(context: CaseContext, papers: Papers, decision: Decision): Refusal | undefined {
  const { base } = context.release;
  if (base.documents.length === 0 || !needsDocuments(decision)) return undefined;
  const facts = mergeFacts(gatherFacts(context, papers, decision), { letter: { number: '–' } });
  for (const name of namesOf(decision)) {
    const composed = composeDocument(name, facts, base);
    if (composed.kind === 'incomplete') return refuse(decision, name, composed.missing);
    if (composed.kind === 'no_text') return { code: 'no_document', event: decision.event.kind, document: name };
  }
  return undefined;
}

/** Documents of a request made before, where this event has to do with documents. */
export async function readMade(
  { executor }: CaseContext,
  number: string,
  decision: Decision,
): Promise<readonly StoredDocument[]> {
  return needsDocuments(decision) ? readDocuments(executor, number) : [];
}

/**
 * Makes the documents of an event, numbered, and hands over those it says; returns those its requester gets now. Call
 * after `findUnmade` found nothing.
 */
export async function makeDocuments(
  context: CaseContext,
  request: StoredRequest,
  papers: Papers,
  decision: Decision,
): Promise<readonly StoredDocument[]> {
  const { executor, release, now } = context;
  const { event, rule } = decision;
  const { documents } = release.base;
  if (documents.length === 0) return [];
  const names = named(decision.documents);
  if (names.length > 0) {
    const acted = Object.values(decision.view.last).map((each) => each?.by ?? '');
    const nameOf = await readStaffNames(executor, acted);
    const facts = gatherFacts(context, { ...papers, nameOf }, decision);
    for (const kind of names) await makeDocument(executor, request, { kind, facts, release, now, by: event.by });
  }
  if (rule.handsOver.length === 0) return [];
  const places = new Set(await handOverDocuments(executor, request.number, rule.handsOver, now));
  const own = new Set<string>(documents.filter(({ to }) => to === 'requester').map(({ kind }) => kind));
  const kept = places.size > 0 ? await readDocuments(executor, request.number) : [];
  return kept.filter(({ seq, kind }) => places.has(seq) && own.has(kind));
}
