import type { DocumentName, DocumentText, DocumentVersion, Letterhead } from '../../knowledge/schema/document.ts';
import type { Law } from '../../knowledge/schema/law.ts';
import { composeParts, findUnprovided } from './compose-parts.ts';
import type { DocumentFacts } from './facts.ts';
import type { DocumentModel, Signature } from './model.ts';
import { type Filling, fillText } from './write-facts.ts';

/** What an authority's documents say, from its knowledge. */
export interface DocumentTexts {
  readonly documents: readonly DocumentText[];
  readonly letterhead: Letterhead | undefined;
  readonly laws: readonly Law[];
}

/** A document, or why there is none. */
export type Composed =
  | { readonly kind: 'composed'; readonly model: DocumentModel }
  /** Facts that are needed and not known, by `group.name`. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] }
  /** The texts know no such document: of that kind, under that regulation, or for that way of ending. */
  | { readonly kind: 'no_text'; readonly why: 'kind' | 'rule' | 'outcome' | 'value' | 'remedy' };

function chooseVersion(text: DocumentText, facts: DocumentFacts): DocumentVersion | 'rule' | 'outcome' | 'unknown' {
  const versions = text.versions.filter((version) => version.rule === facts.rule);
  if (versions.length === 0) return 'rule';
  const outcome = facts.decision?.outcome;
  if (versions.every((version) => version.outcome === undefined)) return versions[0] ?? 'rule';
  if (outcome === undefined) return 'unknown';
  return versions.find((version) => version.outcome === outcome) ?? 'outcome';
}

/** The remedy paragraph in force on the day of the letter. */
function writeRemedy(version: DocumentVersion, on: string, filling: Filling): string | null | undefined {
  if (version.remedy === 'none') return null;
  const text = filling.letterhead.remedies.find(({ from, to }) => from <= on && on <= (to ?? '9999-12-31'));
  return text && fillText(text[version.remedy], filling);
}

function sign(text: DocumentText, filling: Filling): Signature | null {
  if (text.signed === 'none') return null;
  if (text.signed === 'requester') return { by: 'requester' };
  return {
    by: 'authority',
    name: fillText('{authority.name}', filling),
    on: fillText('{letter.on}', filling),
    seal: filling.letterhead.seal,
  };
}

/**
 * Puts a document together from its texts and the facts of a case. Pure: the same facts give the same document. Never
 * leaves a gap: a fact that is needed and not known refuses the whole, by name.
 */
export function composeDocument(kind: DocumentName, facts: DocumentFacts, texts: DocumentTexts): Composed {
  const { letterhead, laws } = texts;
  const text = texts.documents.find((document) => document.kind === kind);
  if (!text || !letterhead) return { kind: 'no_text', why: 'kind' };
  const version = chooseVersion(text, facts);
  if (version === 'unknown') return { kind: 'incomplete', missing: ['decision.outcome'] };
  if (typeof version === 'string') return { kind: 'no_text', why: version };
  const filling: Filling = { facts, letterhead, laws, missing: new Set() };
  if (findUnprovided(version.body, filling)) return { kind: 'no_text', why: 'value' };
  const signature = sign(text, filling);
  const on = facts.letter?.on;
  const remedy = on === undefined ? null : writeRemedy(version, on, filling);
  if (remedy === undefined) return { kind: 'no_text', why: 'remedy' };
  const model: DocumentModel = {
    kind,
    layout: text.layout,
    title: text.title,
    subtitle: version.subtitle ?? null,
    number: text.series === undefined ? null : fillText('{letter.number}', filling),
    addressee: text.addressee === undefined ? null : `${fillText(text.addressee, filling)}：`,
    blocks: composeParts([...text.opening, ...version.body, ...text.closing], filling),
    remedy,
    signature,
    slip: composeParts(text.slip, filling),
  };
  const missing = [...filling.missing].toSorted();
  return missing.length > 0 ? { kind: 'incomplete', missing } : { kind: 'composed', model };
}

/** The series a kind is numbered in; kinds may share one. Null for kinds without numbers. */
export function findSeries(kind: DocumentName, { documents }: DocumentTexts): string | null {
  return documents.find((document) => document.kind === kind)?.series ?? null;
}

/** A document number as the letterhead writes it: 沈信公开告〔2026〕12号. Null for kinds that carry none. */
export function writeDocumentNumber(
  kind: DocumentName,
  texts: DocumentTexts,
  place: { readonly year: number; readonly running: number },
): string | null {
  const series = findSeries(kind, texts);
  if (series === null || !texts.letterhead) return null;
  return texts.letterhead.number
    .replace('{series}', series)
    .replace('{year}', String(place.year))
    .replace('{running}', String(place.running));
}
