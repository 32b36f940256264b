import type { Decision } from '../requests/index.ts';
import { type ConversationKey, deriveRow, insertRequest, withDerived } from '../store/index.ts';
import type { CaseContext } from './case-context.ts';
import { followUp } from './follow-up.ts';
import { storeDecision } from './store-decision.ts';

/** Stores a request with its first event and does what follows from that. Returns the decision as stored. */
export async function storeNewCase(
  context: CaseContext,
  key: ConversationKey,
  row: Parameters<typeof insertRequest>[2],
  decided: Decision,
): Promise<Decision> {
  const inserted = await insertRequest(context.executor, key, row);
  const stored = await storeDecision(context, row.number, decided);
  const request = withDerived(inserted, deriveRow(stored.view, stored.clocks));
  await followUp(context, request, { request, made: [] }, stored);
  return stored;
}
