import { createHash, timingSafeEqual } from 'node:crypto';
import type { CallbackRefusal } from '../_shared/callback.ts';

/** The header every call of a webhook carries: https://core.telegram.org/bots/api#setwebhook */
const HEADER = 'x-telegram-bot-api-secret-token';
const digest = (text: string) => createHash('sha256').update(text).digest();

/** Why a call is not the platform's; undefined when it is. Without a secret the bot is polled and nothing is taken. */
export function findForgery(request: Request, secret: string | undefined): CallbackRefusal | undefined {
  const given = request.headers.get(HEADER);
  if (given === null || given === '') return 'unsigned';
  // Digests have one length, so that comparing tells nothing of the secret's.
  return secret !== undefined && timingSafeEqual(digest(given), digest(secret)) ? undefined : 'forged';
}
