import { yearOf } from '../day.ts';
import { DeskError } from '../errors.ts';
import type { CaseEvent, CaseView, Decision } from '../requests/index.ts';
import { appendRequestEvent, takeNextNumber, writeDerived } from '../store/index.ts';
import type { CaseContext } from './case-context.ts';

/** The decision with the running number of the year in it, where its event takes one: the seal register. */
async function takeRunning({ executor }: CaseContext, decision: Decision): Promise<Decision> {
  const { rule, event } = decision;
  if (rule.numbered === undefined) return decision;
  const running = await takeNextNumber(executor, `${rule.numbered}/${yearOf(event.on)}`);
  const numbered: CaseEvent = { ...event, fields: { ...event.fields, running } };
  const view: CaseView = { ...decision.view, last: { ...decision.view.last, [event.kind]: numbered } };
  return { ...decision, event: numbered, view };
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
