import type { Release } from '../../conversation/release.ts';
import { dayOf } from '../../day.ts';
import type { DocumentText } from '../../knowledge/schema/document.ts';
import { type Messages, say } from '../../messages.ts';
import { type Composed, composeDocument, type DocumentModel, writeDocument } from '../../requests/documents/index.ts';
import type { Preview } from './preview-entry.ts';
import { sampleFacts } from './sample-facts.ts';

/** A version of a document by what it is called, put together from sample facts. */
interface ComposedVersion {
  readonly title: string;
  readonly composed: Composed;
}

/** Every version of a document: one for each regulation, and for each way a request ends where they differ by it. */
function composeVersions(
  release: Release,
  messages: Messages,
  text: DocumentText,
  now: Date,
): readonly ComposedVersion[] {
  const { base } = release;
  const on = dayOf(now);
  const texts = { documents: [text], letterhead: base.letterhead, laws: base.laws };
  return text.versions.map(({ rule, outcome }) => {
    const facts = sampleFacts(release, messages, { rule, outcome, on });
    const end = outcome === undefined ? undefined : base.letterhead?.words['decision.outcome']?.[outcome];
    const title = say(messages, 'zh-CN', end === undefined ? 'sample.version' : 'sample.version_outcome', {
      rule,
      outcome: `${outcome} ${end}`,
    });
    return { title, composed: composeDocument(text.kind, facts, texts) };
  });
}

function writeComposed(composed: Composed, messages: Messages): string {
  if (composed.kind === 'composed') return writeDocument(composed.model);
  if (composed.kind === 'no_text') return say(messages, 'zh-CN', 'sample.document_none');
  return say(messages, 'zh-CN', 'sample.document_lacks', { facts: composed.missing.join('、') });
}

/** A document as it is printed, in each of its versions, with sample facts. Documents are Chinese; so is what is said of them. */
export function previewDocument(
  release: Release,
  messages: Messages,
  text: DocumentText,
  now: Date,
): readonly Preview[] {
  return composeVersions(release, messages, text, now).map(({ title, composed }) => ({
    channel: title,
    parts: [{ text: writeComposed(composed, messages), buttons: [] }],
  }));
}

/** One version as it is set, by what it is called; undefined where there is none or it cannot be put together. */
export function sampleDocument(
  release: Release,
  messages: Messages,
  text: DocumentText,
  version: string | undefined,
  now: Date,
): DocumentModel | undefined {
  const versions = composeVersions(release, messages, text, now);
  const chosen = version === undefined ? versions[0] : versions.find(({ title }) => title === version);
  return chosen?.composed.kind === 'composed' ? chosen.composed.model : undefined;
}
