import type { OutMessage } from '../../../channel/message.ts';
import { answerDeadline, countWorkdays } from '../../../requests/index.ts';
import { encodeCommand } from '../../command.ts';
import type { RequestView } from '../../effect.ts';
import type { TurnContext } from '../../skill.ts';
import { markProvisional } from '../mark-provisional.ts';

/** Events that have a name of their own for the requester. */
const EVENTS: ReadonlySet<string> = new Set([
  'filed',
  'entered',
  'received',
  'registered',
  'clarification_asked',
  'clarified',
  'clarification_missed',
  'reasons_asked',
  'reasons_given',
  'delayed',
  'fee_noticed',
  'fee_paid',
  'fee_missed',
  'consulted',
  'consultation_answered',
  'consultation_lapsed',
  'extended',
  'delivered',
  'readdressed',
  'carried_over',
  'handed_in',
  'supplemented',
  'withdrawn',
  'due_changed',
]);

const CLOSED: ReadonlySet<RequestView['state']> = new Set([
  'answered',
  'withdrawn',
  'abandoned',
  'elsewhere',
  'handed_in',
]);

/** Whether a request can still be withdrawn or added to. */
export function isOpen(view: RequestView): boolean {
  return !CLOSED.has(view.state);
}

type Contact = Readonly<Record<'phone' | 'asOf', string>>;

function describeReceived(context: TurnContext, view: RequestView, contact: Contact): string {
  const { dueOn } = view;
  if (dueOn === null) return '';
  const left = countWorkdays(context.release.calendar, context.today, dueOn);
  const provisional = markProvisional(context, { day: dueOn, provisional: view.dueProvisional });
  if (dueOn < context.today) return context.say('track.next_overdue', { ...contact, due: dueOn });
  if (dueOn === context.today) return context.say('track.next_due_today');
  return context.say('track.next_received', { due: dueOn, left, provisional });
}

/** What the requester has to do themselves, and until when. */
function describeWait(context: TurnContext, view: RequestView, contact: Contact): string {
  const { waits } = view;
  if (!waits) return describeReceived(context, view, contact);
  const provisional = markProvisional(context, { day: waits.until, provisional: waits.provisional });
  const key = waits.until < context.today ? 'track.next_missed' : `track.next_${view.state}`;
  return context.say(key, { ...contact, until: waits.until, provisional });
}

function describeAnswered(context: TurnContext, view: RequestView, contact: Contact): string {
  const answered = context.say('track.next_answered', { ...contact, date: view.answeredOn ?? '' });
  const { remedyBy } = view;
  if (remedyBy === null || remedyBy < context.today) return answered;
  return `${answered}\n${context.say('track.next_remedy', { remedyBy })}`;
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
    case 'processing':
      return describeReceived(context, view, contact);
    case 'clarifying':
    case 'reasons':
    case 'fee':
      return describeWait(context, view, contact);
    case 'answered':
      return describeAnswered(context, view, contact);
    case 'withdrawn':
    case 'abandoned':
      return context.say(`track.next_${view.state}`, contact);
    case 'elsewhere':
    case 'handed_in':
      return context.say(`track.next_${view.state}`, {
        ...contact,
        authority: view.carriedFrom?.authority ?? context.say('track.responsible_authority'),
      });
  }
}

function listEvents(context: TurnContext, view: RequestView): string {
  return view.events
    .map(({ on, kind }) => `${on} ${context.say(`track.event_${EVENTS.has(kind) ? kind : 'other'}`)}`)
    .join('\n');
}

function describeReaddressed({ say }: TurnContext, { readdressed }: RequestView): string | null {
  if (!readdressed) return null;
  const { authority, on, number } = readdressed;
  const told = say('track.readdressed', { authority, on });
  return number === null ? told : `${told}\n${say('track.readdressed_number', { number })}`;
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
      ...row('readdressed', describeReaddressed(context, view)),
      ...row('carried_from', view.carriedFrom && say('track.carried_from', view.carriedFrom)),
      ...row('files', view.files > 0 ? say('track.files', { count: view.files }) : null),
      ...row('events', listEvents(context, view)),
    ],
    text: [lead, describeNext(context, view)].filter(Boolean).join('\n\n'),
    choices: changes.map((each) => ({ value: encodeCommand({ do: each }), label: say(`track.choice_${each}`) })),
  };
}
