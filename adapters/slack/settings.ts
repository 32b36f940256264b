import { z } from 'zod';
import type { AdapterSetting } from '../../src/channel/adapter.ts';
import { describeSetting, parseSettings } from '../_shared/parse-settings.ts';

export const SETTINGS: readonly AdapterSetting[] = [
  describeSetting(
    'SLACK_TEAM_ID',
    'Id of the workspace, T and letters, as in the address of its web page',
    true,
    false,
  ),
  describeSetting('SLACK_BOT_TOKEN', 'Bot User OAuth Token of the app in this workspace, xoxb-', true, true),
  describeSetting('SLACK_SIGNING_SECRET', 'Signing Secret of the app; needed unless Socket Mode is used', false, true),
  describeSetting(
    'SLACK_APP_TOKEN',
    'App-level token, xapp-; when set, Socket Mode is used instead of HTTP',
    false,
    true,
  ),
  describeSetting('SLACK_API_URL', 'Address of the Web API, default https://slack.com/api/', false, false),
];

const schema = z
  .object({
    SLACK_TEAM_ID: z.string().regex(/^[TE][A-Z0-9]{1,30}$/u),
    SLACK_BOT_TOKEN: z.string().regex(/^xoxb-[\w-]{8,200}$/u),
    SLACK_SIGNING_SECRET: z
      .string()
      .regex(/^[A-Za-z0-9]{16,100}$/u)
      .optional(),
    SLACK_APP_TOKEN: z
      .string()
      .regex(/^xapp-[\w-]{8,300}$/u)
      .optional(),
    SLACK_API_URL: z.url().default('https://slack.com/api/'),
  })
  .refine((values) => values.SLACK_SIGNING_SECRET ?? values.SLACK_APP_TOKEN, { path: ['SLACK_SIGNING_SECRET'] });
export type SlackSettings = z.infer<typeof schema>;

/** @throws DeskError CONFIG_INVALID */
export function readSettings(values: Readonly<Record<string, string>>): SlackSettings {
  return parseSettings(schema, values, SETTINGS);
}
