import { z } from 'zod';
import type { AdapterSetting } from '../../src/channel/adapter.ts';
import { describeSetting, parseSettings } from '../_shared/parse-settings.ts';

export const SETTINGS: readonly AdapterSetting[] = [
  describeSetting('FEISHU_APP_ID', 'App ID of the application, cli_…', true, false),
  describeSetting('FEISHU_APP_SECRET', 'App Secret of the application', true, true),
  describeSetting(
    'FEISHU_ENCRYPT_KEY',
    'Encrypt Key of events and callbacks; plain events are never accepted',
    true,
    true,
  ),
  describeSetting(
    'FEISHU_VERIFICATION_TOKEN',
    'Verification Token beside it; when set, every event must carry it',
    false,
    true,
  ),
  describeSetting('FEISHU_API_ROOT', 'Address of the API, default https://open.feishu.cn', false, false),
];

const schema = z.object({
  FEISHU_APP_ID: z.string().regex(/^[A-Za-z0-9_]{1,64}$/u),
  FEISHU_APP_SECRET: z.string(),
  FEISHU_ENCRYPT_KEY: z.string().min(8).max(256),
  FEISHU_VERIFICATION_TOKEN: z.string().optional(),
  // The SDK puts paths behind it as they are.
  FEISHU_API_ROOT: z
    .url()
    .default('https://open.feishu.cn')
    .transform((root) => root.replace(/\/+$/u, '')),
});
export type FeishuSettings = z.infer<typeof schema>;

/** @throws DeskError CONFIG_INVALID */
export function readSettings(values: Readonly<Record<string, string>>): FeishuSettings {
  return parseSettings(schema, values, SETTINGS);
}
