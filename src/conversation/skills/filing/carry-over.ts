import type { OutMessage } from '../../../channel/message.ts';
import { encodeCommand } from '../../command.ts';
import type { TurnContext } from '../../skill.ts';
import { checkFirst, writeContact } from './check-first.ts';

/** A sheet with what to bring to the authority that holds the information: the text, whom to give it to, what else to write. */
export function writeCarrySheet(context: TurnContext, description: string): OutMessage {
  const { say } = context;
  const referral = checkFirst(context, description)?.referral;
  const rows = referral
    ? [
        { label: say('file.carry_to'), value: referral.authorityName },
        { label: say('file.carry_contact'), value: writeContact(referral) ?? say('file.carry_no_contact') },
      ]
    : [];
  return {
    kind: 'card',
    title: say('file.carry_title'),
    rows: [...rows, { label: say('file.field_description'), value: description }],
    text: say('file.carry_text'),
    choices: [
      { value: encodeCommand({ do: 'help' }), label: say('conversation.choice_help') },
      { value: encodeCommand({ do: 'person' }), label: say('conversation.choice_person') },
    ],
    printable: true,
  };
}
