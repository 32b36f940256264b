import type { Chat, PersonMessage } from '../contract/harness.ts';

export const TEAM = 'T0DESK00001';
const BOT_USER = 'U0DESKBOT01';
export const USERS: Readonly<Record<Chat, string>> = { first: 'U0FIRST0001', second: 'U0SECOND002' };
const DIRECT: Readonly<Record<Chat, string>> = { first: 'D0FIRST0001', second: 'D0SECOND002' };

type Json = Readonly<Record<string, unknown>>;

/** Shapes as in https://docs.slack.dev/reference/events, .../interaction-payloads */
export function describeMessage(message: PersonMessage, clock: () => Date): { payload: Json; form: boolean } {
  const user = USERS[message.chat];
  const channel = DIRECT[message.chat];
  const seconds = Math.floor(clock().getTime() / 1000);
  const ts = `${seconds}.${message.id.padStart(6, '0')}`;
  const common = { type: 'message', channel, channel_type: 'im', ts, event_ts: ts, team: TEAM };
  const event = (body: Json): { payload: Json; form: boolean } => ({
    form: false,
    payload: {
      token: 'not-used',
      team_id: TEAM,
      api_app_id: 'A0DESK00001',
      type: 'event_callback',
      event_id: `Ev0${message.id}`,
      event_time: seconds,
      authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }],
      event: { ...common, ...body },
    },
  });
  const client_msg_id = `5a0e0f3c-0000-4000-8000-${message.id.padStart(12, '0')}`;
  switch (message.kind) {
    case 'text': {
      const text = message.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      return event({ user, text, client_msg_id });
    }
    case 'own':
      return event({ user: BOT_USER, bot_id: 'B0DESK00001', app_id: 'A0DESK00001', text: message.text });
    case 'file': {
      const file = {
        id: `F0FILE${message.id}`,
        name: message.name,
        mimetype: 'application/pdf',
        size: message.bytes.length,
      };
      return event({ user, subtype: 'file_share', text: '', upload: false, files: [{ ...file, mode: 'hosted' }] });
    }
    case 'unsupported':
      return event({ user, text: '', blocks: [{ type: 'call' }] });
    case 'choice':
      return {
        form: true,
        payload: {
          type: 'block_actions',
          user: { id: user, username: 'wang', team_id: TEAM },
          api_app_id: 'A0DESK00001',
          team: { id: TEAM, domain: 'desk' },
          channel: { id: channel, name: 'directmessage' },
          container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
          trigger_id: `13345224609.738474920.${message.id}`,
          message: { type: 'message', user: BOT_USER, bot_id: 'B0DESK00001', ts, text: '…' },
          response_url: 'https://hooks.slack.example/actions',
          actions: [
            {
              type: 'button',
              action_id: `choice-${message.number - 1}`,
              block_id: 'b',
              value: message.value,
              text: { type: 'plain_text', text: message.label },
              action_ts: ts,
            },
          ],
        },
      };
  }
}
