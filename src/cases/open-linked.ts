import { dayOf } from '../day.ts';
import { DeskError } from '../errors.ts';
import type { Draft } from '../requests/form/draft.ts';
import { type Actor, type Decision, decide, regimeOn } from '../requests/index.ts';
import { emptyCase } from '../requests/lifecycle/case-view.ts';
import type { StoredRequest } from '../store/index.ts';
import type { CaseContext } from './case-context.ts';
import { addToEvent } from './store-decision.ts';
import { storeNewCase } from './store-new-case.ts';
import { takeRequestNumber } from './take-request-number.ts';

/** No code opens it: whoever has the number and code of the case it comes from has it too. */
const NO_CODE = '';

/** What was asked and by whom, as it was. The draft of a case opens one other and no more. */
function copyDraft({ number, personal, description, applicant, documentKind, provision, delivery }: StoredRequest) {
  const known = Object.entries({ applicant, documentKind, provision, delivery }).filter(([, value]) => value !== null);
  return { id: `linked/${number}`, ...Object.fromEntries(known), ...personal, description } as Draft;
}

/**
 * Opens the second case an event asks for, with the same text, by the rules of today; each log names the other case.
 * Returns the decision with the new number in its event. Within the transaction that stores it.
 * @throws DeskError KNOWLEDGE_INVALID when the rules of today do not let this actor open it
 */
export async function openLinked(
  context: CaseContext,
  request: StoredRequest,
  decision: Decision,
  actor: Actor,
): Promise<Decision> {
  const event = decision.rule.opens;
  if (event === undefined) return decision;
  const { calendar, now } = context;
  const today = dayOf(now);
  const { authority, contact } = { ...decision.view.last.drafted?.fields, ...decision.event.fields };
  const fields = { authority, linked: request.number, ...(contact === undefined ? {} : { contact }) };
  const regime = regimeOn(context.regimes, today);
  const decided = decide(regime, emptyCase(regime.id), { event, fields }, { calendar, today, actor });
  if ('refusal' in decided)
    throw new DeskError('KNOWLEDGE_INVALID', `${event} cannot open a case: ${JSON.stringify(decided.refusal)}`);
  const number = await takeRequestNumber(context, request.number.replace(/-\d{4}-\d+$/u, ''));
  const { notice } = request;
  const row = { number, draft: copyDraft(request), secretHash: NO_CODE, filedOn: today, at: now, notice };
  await storeNewCase(context, request, row, decided.decision);
  return addToEvent(decision, { linked: number });
}
