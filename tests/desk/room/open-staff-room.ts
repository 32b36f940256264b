import { randomBytes } from 'node:crypto';
import { slackRoom } from '../../../adapters/slack/room/index.ts';
import type { DeskApiOptions } from '../../../src/desk/api/index.ts';
import { makeChatCode, type Staff } from '../../../src/desk/identity/index.ts';
import { createRoom } from '../../../src/desk/room/index.ts';
import { type FakeSlack, STAFF_CHANNEL, startFakeSlack } from '../../fakes/slack.ts';
import { TEAM } from '../../fakes/slack-payloads.ts';
import { type Office, openOffice } from '../api/open-office.ts';

type Json = Readonly<Record<string, unknown>>;

/** A channel of the staff on a workspace on loopback, and the desk behind it. */
export interface StaffRoomUnderTest extends AsyncDisposable {
  readonly office: Office;
  readonly fake: FakeSlack;
  /** Shows what is so now, and gives what the platform was sent since the last look, in words. */
  readonly look: () => Promise<string[]>;
  /** Ties an account of the platform by the code the console gives. */
  readonly tie: (staff: Staff, user: string) => Promise<Json>;
  readonly command: (user: string, text: string) => Promise<Json>;
  readonly tap: (user: string, value: string) => Promise<Json>;
  readonly write: (user: string, id: string, text: string, below?: string) => Promise<Json>;
  readonly fill: (user: string, view: View, values: Readonly<Record<string, string>>) => Promise<Json>;
  /** The form opened last. */
  readonly opened: () => View;
}

export interface View {
  readonly private_metadata: string;
  readonly blocks: readonly Json[];
}

interface Block {
  readonly elements?: readonly { readonly text?: { readonly text?: string }; readonly elements?: readonly Words[] }[];
}
interface Words {
  readonly text?: string;
  readonly url?: string;
  readonly user_id?: string;
}

function readWords(blocks: string): string {
  const all = (JSON.parse(blocks) as Block[]).flatMap((block) => block.elements ?? []);
  const words = all.flatMap(({ elements = [] }) => elements.map(({ text, url, user_id }) => text ?? url ?? user_id));
  const buttons = all.flatMap(({ text }) => (text?.text === undefined ? [] : [`[${text.text}]`]));
  return [...words, ...buttons].join(' ');
}

export async function openStaffRoom(options: Partial<DeskApiOptions> = {}): Promise<StaffRoomUnderTest> {
  const office = await openOffice(options);
  const fake = await startFakeSlack(office.now, { mode: 'socket' });
  const values = {
    STAFF_SLACK_TEAM_ID: TEAM,
    STAFF_SLACK_CHANNEL: STAFF_CHANNEL,
    STAFF_SLACK_BOT_TOKEN: fake.settings.SLACK_BOT_TOKEN ?? '',
    STAFF_SLACK_APP_TOKEN: fake.settings.SLACK_APP_TOKEN ?? '',
    STAFF_SLACK_API_URL: fake.settings.SLACK_API_URL ?? '',
  };
  const room = await slackRoom.open(values, { now: office.now, fetch: globalThis.fetch, log() {} });
  const kept = createRoom({ services: office.services, room, locale: 'zh-CN' }, 'one');
  kept.start();
  await fake.socket.whenOpen(1);
  let seen = 0;
  const send = (type: string, payload: Json) =>
    fake.socket.send(type, { team: { id: TEAM }, team_id: TEAM, ...payload });
  const first = () => '1700000000.000001';

  const open: StaffRoomUnderTest = {
    office,
    fake,
    async look() {
      await kept.run();
      const since = fake.calls.slice(seen);
      seen = fake.calls.length;
      return since
        .filter(({ method }) => method.startsWith('chat.'))
        .map(({ method, body }) => {
          const where = body.user ?? (body.thread_ts ? '↳' : '');
          return [method.slice('chat.'.length), where, readWords(body.blocks ?? '[]')].filter(Boolean).join(' ');
        });
    },
    async tie(staff, user) {
      const { store, now } = office;
      const { code } = await store.transaction((executor) => makeChatCode(executor, staff.id, randomBytes, now()));
      return open.command(user, code);
    },
    command: (user, text) =>
      send('slash_commands', { command: '/desk', user_id: user, channel_id: STAFF_CHANNEL, text, trigger_id: 't1' }),
    tap: (user, value) =>
      send('interactive', {
        type: 'block_actions',
        trigger_id: 't1',
        user: { id: user },
        channel: { id: STAFF_CHANNEL },
        message: { ts: first() },
        actions: [{ action_ts: '1700000001.000001', value }],
      }),
    write: (user, id, text, below = first()) =>
      send('events_api', {
        type: 'event_callback',
        event: {
          type: 'message',
          channel: STAFF_CHANNEL,
          user,
          ts: `1700000002.${id.padStart(6, '0')}`,
          thread_ts: below,
          text,
        },
      }),
    fill: (user, { private_metadata }, given) =>
      send('interactive', {
        type: 'view_submission',
        user: { id: user },
        view: {
          private_metadata,
          state: {
            values: Object.fromEntries(
              Object.entries(given).map(([id, value]) => [
                id,
                { value: id === 'event' ? { selected_option: { value } } : { value } },
              ]),
            ),
          },
        },
      }),
    opened() {
      const call = fake.calls.findLast(({ method }) => method === 'views.open');
      return JSON.parse(call?.body.view ?? '{}') as View;
    },
    async [Symbol.asyncDispose]() {
      await kept.stop();
      await fake.stop();
      await office.app.close();
    },
  };
  return open;
}
