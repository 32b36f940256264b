import { setTimeout as wait } from 'node:timers/promises';
import type { Messages } from '../../src/messages.ts';
import { setMenu } from './commands.ts';
import { type Polling, pollUpdates } from './poll-updates.ts';
import { ALLOWED_UPDATES } from './schema.ts';

/** Rest before a registration is tried again. */
const REST_MS = 10_000;

export interface Receiving {
  readonly polling: Polling;
  /** Null where the bot is polled. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  readonly messages: Messages;
}

/** Says how updates are to come. A webhook left over from before would keep the bot from being polled. */
async function register({ polling, webhook }: Receiving): Promise<boolean> {
  const { api, log } = polling;
  const answer = webhook
    ? await api.call('setWebhook', {
        url: webhook.url,
        secret_token: webhook.secret,
        allowed_updates: ALLOWED_UPDATES,
      })
    : await api.call('deleteWebhook', {});
  if (answer.kind === 'done') return true;
  const why = answer.kind === 'refused' ? String(answer.refusal.error_code) : answer.why;
  log('telegram_not_registered', { why });
  return false;
}

/** Receives until stopped: registers, however long that takes, sets the menu, and polls where there is no webhook. */
export async function startReceiving(receiving: Receiving): Promise<void> {
  const { polling, webhook, messages } = receiving;
  const { signal, rest = REST_MS } = polling;
  while (!signal.aborted && !(await register(receiving))) {
    await wait(rest, undefined, { signal }).catch(() => {});
  }
  if (signal.aborted) return;
  await setMenu(polling.api, messages);
  if (!webhook) await pollUpdates(polling);
}
