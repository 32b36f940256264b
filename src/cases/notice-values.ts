import type { CaseEvent, Decision, ReckonedClock } from '../requests/index.ts';

/** The clocks an answer runs on; any other an event starts is what somebody has to do until then. */
const ANSWER_CLOCKS = new Set(['statutory', 'internal', 'escalation']);

/** Values texts may use: the event's own fields, the number, and the days that matter after it. */
export function listValues(number: string, { rule, event, view, clocks }: Decision): CaseEvent['fields'] {
  const dueOf = (id: string | undefined) =>
    clocks.findLast((clock) => clock.id === id || clock.id.startsWith(`${id}/`));
  const started = rule.clock.find((effect) => effect.do === 'start' && !ANSWER_CLOCKS.has(effect.clock));
  const days: Readonly<Record<string, ReckonedClock | undefined>> = {
    due: dueOf('statutory'),
    until: dueOf(started?.clock),
    remedyDue: dueOf('reconsideration'),
  };
  const known = Object.entries(days).flatMap(([name, clock]) => (clock ? [[name, clock.due] as const] : []));
  const { authority, contact, contactSource } = view.last.drafted?.fields ?? {};
  const referral = Object.entries({ authority, contact, contactSource });
  return {
    ...Object.fromEntries(referral.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))),
    ...(view.outcome === null ? {} : { outcome: view.outcome }),
    ...event.fields,
    ...Object.fromEntries(known),
    provisional: known.some(([name]) => days[name]?.provisional) ? 1 : 0,
    number,
  };
}
