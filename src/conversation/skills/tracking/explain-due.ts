import type { OutMessage } from '../../../channel/message.ts';
import type { RequestView } from '../../effect.ts';
import type { TurnContext } from '../../skill.ts';
import { reckon, writeDeadline, writeExtension } from '../counting/write-deadline.ts';
import { isOpen } from './report-status.ts';
import { offer } from './tracking-result.ts';

function explain(context: TurnContext, view: RequestView): string {
  const { number, filedOn, receivedOn, dueOn } = view;
  if (receivedOn === null) {
    const today = { filedOn, receivedOn: context.today };
    const text = writeDeadline(context, 'deadline.request_not_received', reckon(context, today), { number });
    return `${text}\n\n${writeExtension(context, today)}`;
  }
  const request = { filedOn, receivedOn };
  const plain = reckon(context, request);
  if (plain.due === dueOn) {
    const text = writeDeadline(context, 'deadline.request_due', plain, { number });
    return `${text}\n\n${writeExtension(context, request)}`;
  }
  const extended = reckon(context, { ...request, extended: true });
  if (extended.due === dueOn) return writeDeadline(context, 'deadline.request_extended', extended, { number });
  // Time for asking others was left out, which only the office can show day by day.
  const { phone } = context.release.base.profile;
  const values = { number, due: dueOn ?? '', phone: phone.value, asOf: phone.asOf };
  return context.say('deadline.request_adjusted', values);
}

/** How the last day to answer one's own request comes about, day by day. */
export function explainDue(context: TurnContext, view: RequestView): OutMessage {
  const open = isOpen(view);
  const text = open ? explain(context, view) : context.say('deadline.request_closed', { number: view.number });
  return { kind: 'text', text, choices: [offer(context, 'track')] };
}
