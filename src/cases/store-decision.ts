import { yearOf } from '../day.ts';
import { DeskError } from '../errors.ts';
import type { CaseEvent, Decision, Fields } from '../requests/index.ts';
import { appendRequestEvent, takeNextNumber, writeDerived } from '../store/index.ts';
import type { CaseContext } from './case-context.ts';

/** The decision with what its event holds that only the transaction knows. */
export function addToEvent(decision: Decision, fields: Fields): Decision {
  const { event, view } = decision;
  const known: CaseEvent = { ...event, fields: { ...event.fields, ...fields } };
  return { ...decision, event: known, view: { ...view, last: { ...view.last, [event.kind]: known } } };
}

/** The decision with the running number of the year in it, where its event takes one: the seal register. */
async function takeRunning({ executor }: CaseContext, decision: Decision): Promise<Decision> {
  const { rule, event } = decision;
  if (rule.numbered === undefined) return decision;
  const running = await takeNextNumber(executor, `${rule.numbered}/${yearOf(event.on)}`);
  return addToEvent(decision, { running });
}

/** Somebody else acted between looking and acting. */
export function changedMeanwhile(number: string): DeskError {
  return new DeskError('CASE_CHANGED', `request ${number} was changed by somebody else meanwhile`, {
    hint: 'Look at the request again, then decide what to do.',
  });
}

/**
 * Writes what was decided: the event and what is derived from it. Returns the decision as stored.
 * @throws DeskError CASE_CHANGED when another event took its place
 */
export async function storeDecision(context: CaseContext, number: string, decided: Decision): Promise<Decision> {
  const { executor, now } = context;
  const decision = await takeRunning(context, decided);
  const { event, view, clocks } = decision;
  if (!(await appendRequestEvent(executor, number, event, now))) throw changedMeanwhile(number);
  await writeDerived(executor, number, view, clocks, now);
  return decision;
}
