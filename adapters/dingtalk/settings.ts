import { z } from 'zod';
import type { AdapterSetting } from '../../src/channel/adapter.ts';
import { describeSetting, parseSettings } from '../_shared/parse-settings.ts';

export const SETTINGS: readonly AdapterSetting[] = [
  describeSetting('DINGTALK_CLIENT_ID', 'Client ID (AppKey) of the application', true, false),
  describeSetting(
    'DINGTALK_CLIENT_SECRET',
    'Client Secret (AppSecret), which also signs what the robot hears',
    true,
    true,
  ),
  describeSetting('DINGTALK_ROBOT_CODE', 'robotCode of the robot, default the Client ID', false, false),
  describeSetting('DINGTALK_API_ROOT', 'Address of the API, default https://api.dingtalk.com', false, false),
  describeSetting(
    'DINGTALK_SESSION_ROOT',
    'Where session webhooks must be, default https://oapi.dingtalk.com',
    false,
    false,
  ),
];

const code = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);
const schema = z.object({
  DINGTALK_CLIENT_ID: code,
  DINGTALK_CLIENT_SECRET: z.string(),
  DINGTALK_ROBOT_CODE: code.optional(),
  DINGTALK_API_ROOT: z.url().default('https://api.dingtalk.com'),
  DINGTALK_SESSION_ROOT: z.url().default('https://oapi.dingtalk.com'),
});
export type DingtalkSettings = z.infer<typeof schema>;

/** @throws DeskError CONFIG_INVALID */
export function readSettings(values: Readonly<Record<string, string>>): DingtalkSettings {
  return parseSettings(schema, values, SETTINGS);
}
