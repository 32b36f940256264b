import { z } from 'zod';
import type { AdapterSetting } from '../../src/channel/adapter.ts';
import { describeSetting, parseSettings } from '../_shared/parse-settings.ts';

export const SETTINGS: readonly AdapterSetting[] = [
  describeSetting('TELEGRAM_BOT_TOKEN', 'Token of the bot, as BotFather gives it', true, true),
  describeSetting(
    'TELEGRAM_WEBHOOK_URL',
    'Public https address of the webhook; when not set, the bot is polled',
    false,
    false,
  ),
  describeSetting(
    'TELEGRAM_SECRET_TOKEN',
    'Secret the webhook is called with; needed with TELEGRAM_WEBHOOK_URL',
    false,
    true,
  ),
  describeSetting('TELEGRAM_API_ROOT', 'Address of the Bot API, default https://api.telegram.org', false, false),
];

const schema = z
  .object({
    TELEGRAM_BOT_TOKEN: z.string().regex(/^\d{1,20}:[A-Za-z0-9_-]{10,100}$/u),
    TELEGRAM_WEBHOOK_URL: z.url({ protocol: /^https$/u }).optional(),
    // https://core.telegram.org/bots/api#setwebhook: 1 to 256 of these characters; short ones can be guessed.
    TELEGRAM_SECRET_TOKEN: z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,256}$/u)
      .optional(),
    TELEGRAM_API_ROOT: z.url().default('https://api.telegram.org'),
  })
  .refine((values) => !values.TELEGRAM_WEBHOOK_URL || values.TELEGRAM_SECRET_TOKEN, {
    path: ['TELEGRAM_SECRET_TOKEN'],
  });
export type TelegramSettings = z.infer<typeof schema>;

/** @throws DeskError CONFIG_INVALID */
export function readSettings(values: Readonly<Record<string, string>>): TelegramSettings {
  return parseSettings(schema, values, SETTINGS);
}
