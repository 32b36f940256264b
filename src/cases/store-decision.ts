import { yearOf } from '../day.ts';
import { DeskError } from '../errors.ts';
import type { CaseEvent, CaseView, Decision, ReckonedClock } from '../requests/index.ts';
import { addCaseEffects, appendRequestEvent, takeNextNumber, writeDerived } from '../store/index.ts';
import type { CaseContext } from './case-context.ts';

/** The clocks an answer runs on; any other an event starts is what somebody has to do until then. */
const ANSWER_CLOCKS = new Set(['statutory', 'internal', 'escalation']);

/** Values texts may use: the event's own fields, the number, and the days that matter after it. */
function listValues(number: string, { rule, event, view, clocks }: Decision): CaseEvent['fields'] {
  const dueOf = (id: string | undefined) => clocks.find((clock) => clock.id === id || clock.id.startsWith(`${id}/`));
  const started = rule.clock.find((effect) => effect.do === 'start' && !ANSWER_CLOCKS.has(effect.clock));
  const days: Readonly<Record<string, ReckonedClock | undefined>> = {
    due: dueOf('statutory'),
    until: dueOf(started?.clock),
    remedyDue: dueOf('reconsideration'),
  };
  const known = Object.entries(days).flatMap(([name, clock]) => (clock ? [[name, clock.due] as const] : []));
  const authority = view.last.drafted?.fields.authority;
  return {
    ...(authority === undefined ? {} : { authority }),
    ...event.fields,
    ...Object.fromEntries(known),
    provisional: known.some(([name]) => days[name]?.provisional) ? 1 : 0,
    number,
  };
}

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
 * Writes what was decided: the event, what is derived from it, what is owed. Returns the decision as stored.
 * @throws DeskError CASE_CHANGED when another event took its place
 */
export async function storeDecision(context: CaseContext, number: string, decided: Decision): Promise<Decision> {
  const { executor, now } = context;
  const decision = await takeRunning(context, decided);
  const { event, view, clocks } = decision;
  if (!(await appendRequestEvent(executor, number, event, now))) throw changedMeanwhile(number);
  await writeDerived(executor, number, view, clocks, now);
  const payload = listValues(number, decision);
  const owed = [
    ...decision.documents.map((name) => ({ kind: 'document' as const, name, recipient: null })),
    ...decision.messages.map(({ say, to }) => ({ kind: 'message' as const, name: say, recipient: to })),
  ];
  await addCaseEffects(
    executor,
    owed.map((effect, index) => ({ ...effect, number, seq: event.seq, place: index + 1, payload })),
    now,
  );
  return decision;
}
