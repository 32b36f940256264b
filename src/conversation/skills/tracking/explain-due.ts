import type { OutMessage } from '../../../channel/message.ts';
import { answerDeadlineQuery } from '../../../requests/index.ts';
import type { RequestView } from '../../effect.ts';
import type { TurnContext } from '../../skill.ts';
import { reckon, writeDeadline, writeExtension } from '../counting/write-deadline.ts';
import { isOpen } from './report-status.ts';
import { offer } from './tracking-result.ts';

function explain(context: TurnContext, view: RequestView): string {
  const { number, filedOn, count, dueOn } = view;
  if (dueOn === null) {
    const today = { filedOn, receivedOn: context.today };
    const text = writeDeadline(context, 'deadline.request_not_received', reckon(context, today), { number });
    return `${text}\n\n${writeExtension(context, today)}`;
  }
  if (count === null) {
    // The authority set the day (711号令 art. 35): there is nothing to count.
    const { phone } = context.release.base.profile;
    const values = { number, due: dueOn, phone: phone.value, asOf: phone.asOf };
    return context.say('deadline.request_set', values);
  }
  const days = count.days + count.extendedBy;
  const reply = answerDeadlineQuery(context.release.calendar, {
    received: count.from,
    days,
    pauses: [...count.pauses],
  });
  if (count.extendedBy > 0) return writeDeadline(context, 'deadline.request_extended', reply, { number });
  const text = writeDeadline(context, 'deadline.request_due', reply, { number });
  const extension = writeExtension(context, { filedOn, receivedOn: count.from, pauses: count.pauses });
  return `${text}\n\n${extension}`;
}

/** How the last day to answer one's own request comes about, day by day. */
export function explainDue(context: TurnContext, view: RequestView): OutMessage {
  const open = isOpen(view);
  const text = open ? explain(context, view) : context.say('deadline.request_closed', { number: view.number });
  return { kind: 'text', text, choices: [offer(context, 'track')] };
}
