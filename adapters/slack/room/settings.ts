import { z } from 'zod';
import type { AdapterSetting } from '../../../src/channel/adapter.ts';
import { describeSetting, parseSettings } from '../../_shared/parse-settings.ts';

export const ROOM_SETTINGS: readonly AdapterSetting[] = [
  describeSetting('STAFF_SLACK_TEAM_ID', 'Id of the workspace of the staff, T and letters', true, false),
  describeSetting('STAFF_SLACK_CHANNEL', 'Id of the channel the cards arrive in, C and letters', true, false),
  describeSetting('STAFF_SLACK_BOT_TOKEN', 'Bot User OAuth Token of the app of the staff, xoxb-', true, true),
  describeSetting('STAFF_SLACK_APP_TOKEN', 'App-level token of that app, xapp-, for Socket Mode', true, true),
  describeSetting('STAFF_SLACK_API_URL', 'Address of the Web API, default https://slack.com/api/', false, false),
];

const schema = z.object({
  STAFF_SLACK_TEAM_ID: z.string().regex(/^[TE][A-Z0-9]{1,30}$/u),
  STAFF_SLACK_CHANNEL: z.string().regex(/^[CG][A-Z0-9]{1,30}$/u),
  STAFF_SLACK_BOT_TOKEN: z.string().regex(/^xoxb-[\w-]{8,200}$/u),
  STAFF_SLACK_APP_TOKEN: z.string().regex(/^xapp-[\w-]{8,300}$/u),
  STAFF_SLACK_API_URL: z.url().default('https://slack.com/api/'),
});

/** @throws DeskError CONFIG_INVALID */
export function readRoomSettings(values: Readonly<Record<string, string>>): z.output<typeof schema> {
  return parseSettings(schema, values, ROOM_SETTINGS);
}
