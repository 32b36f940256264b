import type { OutMessage } from '../../../channel/message.ts';
import { answerDeadline, countWorkdays } from '../../../requests/index.ts';
import { encodeCommand } from '../../command.ts';
import type { RequestView } from '../../effect.ts';
import type { TurnContext } from '../../skill.ts';
import { markProvisional } from '../mark-provisional.ts';

const EVENTS: ReadonlySet<string> = new Set([
  'filed',
  'received',
  'supplemented',
  'withdrawn',
  'answered',
  'extended',
  'clarification',
]);

/** Whether a request can still be withdrawn or added to. */
export function isOpen(view: RequestView): boolean {
  return view.state === 'filed' || view.state === 'received';
}

function describeReceived(context: TurnContext, view: RequestView, contact: Record<string, string>): string {
  const { dueOn } = view;
  if (dueOn === null) return '';
  const left = countWorkdays(context.release.calendar, context.today, dueOn);
  const provisional = markProvisional(context, { day: dueOn, provisional: view.dueProvisional });
  if (dueOn < context.today) return context.say('track.next_overdue', { ...contact, due: dueOn });
  if (dueOn === context.today) return context.say('track.next_due_today');
  return context.say('track.next_received', { due: dueOn, left, provisional });
}

/** What happens next and when. */
function describeNext(context: TurnContext, view: RequestView): string {
  const { phone } = context.release.base.profile;
  const contact = { phone: phone.value, asOf: phone.asOf };
  switch (view.state) {
    case 'filed': {
      const due = answerDeadline(context.release.calendar, { filedOn: view.filedOn, receivedOn: context.today });
      return context.say('track.next_filed', { ...contact, date: due.day, provisional: markProvisional(context, due) });
    }
    case 'received':
      return describeReceived(context, view, contact);
    default:
      return context.say(`track.next_${view.state}`, contact);
  }
}

function listEvents(context: TurnContext, view: RequestView): string {
  return view.events
    .map(({ on, kind }) => `${on} ${context.say(`track.event_${EVENTS.has(kind) ? kind : 'other'}`)}`)
    .join('\n');
}

/** How a request stands: state, dates, what happened, what comes next. `lead` stands before the next step. */
export function reportStatus(context: TurnContext, view: RequestView, lead = ''): OutMessage {
  const { say } = context;
  const row = (key: string, value: string | null) => (value ? [{ label: say(`track.row_${key}`), value }] : []);
  const changes = isOpen(view) ? (['supplement', 'withdraw', 'person'] as const) : (['person'] as const);
  return {
    kind: 'card',
    title: say('track.title'),
    rows: [
      ...row('number', view.number),
      ...row('state', say(`track.state_${view.state}`)),
      ...row('about', view.about),
      ...row('filed_on', view.filedOn),
      ...row('received_on', view.receivedOn),
      ...row('due_on', isOpen(view) ? view.dueOn : null),
      ...row('events', listEvents(context, view)),
    ],
    text: [lead, describeNext(context, view)].filter(Boolean).join('\n\n'),
    choices: changes.map((each) => ({ value: encodeCommand({ do: each }), label: say(`track.choice_${each}`) })),
  };
}
