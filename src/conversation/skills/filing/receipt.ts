import type { OutMessage } from '../../../channel/message.ts';
import { answerDeadline } from '../../../requests/index.ts';
import { encodeCommand } from '../../command.ts';
import type { DeskEvent } from '../../effect.ts';
import type { TurnContext } from '../../skill.ts';
import { markProvisional } from '../mark-provisional.ts';

/** The receipt of a request just filed: number, query code, what happens next and by when. */
export function writeReceipt(context: TurnContext, event: Extract<DeskEvent, { kind: 'request_filed' }>): OutMessage {
  const { say, release } = context;
  const { profile } = release.base;
  const due = answerDeadline(release.calendar, { filedOn: event.view.filedOn, receivedOn: context.today });
  const row = (key: string, value: string) => ({ label: say(`file.row_${key}`), value });
  return {
    kind: 'card',
    title: say(event.secret === null ? 'file.filed_again_title' : 'file.filed_title'),
    rows: [
      row('number', event.view.number),
      row('secret', event.secret ?? say('file.secret_gone')),
      row('filed_on', event.view.filedOn),
      row('about', event.view.about),
      row('authority', profile.name),
    ],
    text: say('file.filed_text', {
      authority: profile.name,
      date: due.day,
      provisional: markProvisional(context, due),
      phone: profile.phone.value,
      asOf: profile.phone.asOf,
    }),
    choices: (['track', 'supplement', 'withdraw'] as const).map((wants) => ({
      value: encodeCommand({ do: wants }),
      label: say(`track.choice_${wants}`),
    })),
    printable: true,
  };
}
