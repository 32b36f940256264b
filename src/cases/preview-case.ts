import { dayOf } from '../day.ts';
import { mergeFacts } from '../documents/facts-of-request.ts';
import { composeDocument, type DocumentModel } from '../requests/documents/index.ts';
import { decide, type Refusal } from '../requests/index.ts';
import type { StoredRequest } from '../store/index.ts';
import type { CaseCommand } from './act-on-case.ts';
import type { CaseContext } from './case-context.ts';
import { findUnmade, gatherFacts, namesOf, readMade } from './case-documents.ts';
import type { LoadedCase } from './load-case.ts';

/** The documents an event would make, or why it may not happen as it is filled in. */
export type Previewed = { readonly documents: readonly DocumentModel[] } | { readonly refusal: Refusal };

/**
 * What an event would put on paper, without anything being written or numbered. `shown` is the request as whoever looks
 * may see it: what is starred in it is starred in the documents.
 */
export async function previewCase(
  context: CaseContext,
  { request, regime, view }: LoadedCase,
  command: Omit<CaseCommand, 'number'>,
  shown: StoredRequest,
): Promise<Previewed> {
  const { calendar, now, release } = context;
  const decided = decide(regime, view, command, { calendar, today: dayOf(now), actor: command.actor });
  if ('refusal' in decided) return decided;
  const { decision } = decided;
  const made = await readMade(context, request.number, decision);
  const unmade = findUnmade(context, { request, made }, decision);
  if (unmade) return { refusal: unmade };
  const facts = mergeFacts(gatherFacts(context, { request: shown, made }, decision), { letter: { number: '–' } });
  const documents = namesOf(decision).flatMap((name) => {
    const composed = composeDocument(name, facts, release.base);
    return composed.kind === 'composed' ? [composed.model] : [];
  });
  return { documents };
}
