import { z } from 'zod';
import type { AdapterSetting } from '../../src/channel/adapter.ts';
import { menuSchema } from '../_shared/menu.ts';
import { describeSetting, parseSettings } from '../_shared/parse-settings.ts';
import { aesKeySchema } from '../_shared/wechat-crypto.ts';

export const SETTINGS: readonly AdapterSetting[] = [
  describeSetting('WECOM_CORP_ID', 'CorpID of the company', true, false),
  describeSetting('WECOM_AGENT_ID', 'AgentId of the application', true, false),
  describeSetting('WECOM_SECRET', 'Secret of the application', true, true),
  describeSetting('WECOM_TOKEN', 'Token typed into the application’s message receiving', true, true),
  describeSetting('WECOM_AES_KEY', 'EncodingAESKey beside it, 43 characters', true, true),
  describeSetting('WECOM_MENU', 'Buttons below the chat, name=choice;name=choice; at most 3', false, false),
  describeSetting('WECOM_API_ROOT', 'Address of the API, default https://qyapi.weixin.qq.com', false, false),
];

const schema = z.object({
  WECOM_CORP_ID: z.string().regex(/^[A-Za-z0-9]{1,64}$/u),
  WECOM_AGENT_ID: z.string().regex(/^\d{1,12}$/u),
  WECOM_SECRET: z.string(),
  WECOM_TOKEN: z.string().regex(/^[A-Za-z0-9]{1,32}$/u),
  WECOM_AES_KEY: aesKeySchema,
  WECOM_MENU: menuSchema.default([]),
  WECOM_API_ROOT: z.url().default('https://qyapi.weixin.qq.com'),
});
export type WecomSettings = z.infer<typeof schema>;

/** @throws DeskError CONFIG_INVALID */
export function readSettings(values: Readonly<Record<string, string>>): WecomSettings {
  return parseSettings(schema, values, SETTINGS);
}
