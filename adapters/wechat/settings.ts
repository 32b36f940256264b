import { z } from 'zod';
import type { AdapterSetting } from '../../src/channel/adapter.ts';
import { menuSchema } from '../_shared/menu.ts';
import { describeSetting, parseSettings } from '../_shared/parse-settings.ts';
import { aesKeySchema } from '../_shared/wechat-crypto.ts';

export const SETTINGS: readonly AdapterSetting[] = [
  describeSetting('WECHAT_APP_ID', 'AppID of the Official Account', true, false),
  describeSetting('WECHAT_APP_SECRET', 'AppSecret of the Official Account', true, true),
  describeSetting('WECHAT_TOKEN', 'Token typed into the server settings of the account', true, true),
  describeSetting('WECHAT_AES_KEY', 'EncodingAESKey, 43 characters; when set, only safe mode is accepted', false, true),
  describeSetting(
    'WECHAT_CUSTOMER_MESSAGES',
    'yes (default), or no for an account that may not send them',
    false,
    false,
  ),
  describeSetting('WECHAT_MENU', 'Buttons below the chat, name=choice;name=choice; at most 3', false, false),
  describeSetting('WECHAT_API_ROOT', 'Address of the API, default https://api.weixin.qq.com', false, false),
];

const schema = z.object({
  WECHAT_APP_ID: z.string().regex(/^[A-Za-z0-9]{1,64}$/u),
  WECHAT_APP_SECRET: z.string(),
  WECHAT_TOKEN: z.string().regex(/^[A-Za-z0-9]{3,32}$/u),
  WECHAT_AES_KEY: aesKeySchema.optional(),
  WECHAT_CUSTOMER_MESSAGES: z.enum(['yes', 'no']).default('yes'),
  WECHAT_MENU: menuSchema.default([]),
  WECHAT_API_ROOT: z.url().default('https://api.weixin.qq.com'),
});
export type WechatSettings = z.infer<typeof schema>;

/** @throws DeskError CONFIG_INVALID */
export function readSettings(values: Readonly<Record<string, string>>): WechatSettings {
  return parseSettings(schema, values, SETTINGS);
}
