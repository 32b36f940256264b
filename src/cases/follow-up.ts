import type { Decision } from '../requests/index.ts';
import { addCaseEffects, type StoredRequest, settleOwedToRequester } from '../store/index.ts';
import type { CaseContext } from './case-context.ts';
import { makeDocuments, type Papers } from './case-documents.ts';
import { listValues } from './notice-values.ts';
import { setReminder } from './remind.ts';
import { tellRequester } from './tell-requester.ts';

/**
 * What follows from an event just stored, in its transaction: documents are made and handed over, the requester is told
 * in their own conversation and will be reminded, and what staff have to be told is owed to them.
 */
export async function followUp(
  context: CaseContext,
  request: StoredRequest,
  papers: Papers,
  decision: Decision,
): Promise<void> {
  const { executor, now } = context;
  const { number } = request;
  const handed = await makeDocuments(context, request, papers, decision);
  const payload = listValues(number, decision);
  const told = await tellRequester(context, request, decision, { values: payload, handed });
  const owed = decision.messages.map(({ say, to }, index) => ({
    kind: 'message' as const,
    number,
    seq: decision.event.seq,
    place: index + 1,
    name: say,
    recipient: to,
    payload,
    done: to === 'requester' && told,
  }));
  // A call on record is how people are told whom no conversation reaches.
  if (decision.event.kind === 'call_noted') await settleOwedToRequester(executor, number, now);
  await addCaseEffects(executor, owed, now);
  if (decision.clockChanges.length > 0 || decision.rule.to !== 'same')
    await setReminder(context, request, decision.view);
}
