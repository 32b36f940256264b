import { join } from 'node:path';
import type { PlatformAdapter, PlatformModule, PlatformServices } from '../../src/channel/adapter.ts';
import { type Capabilities, MEGABYTE, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import { loadMessages } from '../../src/messages.ts';
import { connectApi } from './api.ts';
import { CHANNEL } from './conversation.ts';
import { fetchFile } from './fetch-file.ts';
import { editPart, sendPart } from './outbound.ts';
import { createQuotes } from './quotes.ts';
import { readDelivery } from './read-delivery.ts';
import { readSettings, SETTINGS } from './settings.ts';
import { startReceiving } from './start-receiving.ts';
import { createWhoAmI } from './who-am-i.ts';

const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  text: { most: 4096, unit: 'characters' },
  choices: {
    most: 12,
    label: { most: 40, unit: 'characters' },
    value: { most: 64, unit: 'bytes' },
  },
  files: { receive: 20 * MEGABYTE, send: 50 * MEGABYTE, pictures: 10 * MEGABYTE },
  edit: true,
  // The platform allows about 30 a second over all chats; some room is left for its own counting.
  rate: { most: 25, perMs: 1000 },
  dataResidency: 'overseas',
};

async function openBot(values: Readonly<Record<string, string>>, services: PlatformServices): Promise<PlatformAdapter> {
  const settings = readSettings(values);
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root, TELEGRAM_SECRET_TOKEN: secret } = settings;
  const { log, fetch } = services;
  const api = await connectApi(token, root);
  const whoAmI = createWhoAmI(token, api);
  const quotes = createQuotes();
  const stopping = new AbortController();
  let receiving: Promise<void> | undefined;
  return {
    name: CHANNEL,
    capabilities: CAPABILITIES,
    read: (request) => readDelivery({ whoAmI, quotes, secret }, request),
    send: (dispatch) => sendPart({ botId: whoAmI.id, api, quotes, log }, dispatch),
    edit: (dispatch) => editPart({ botId: whoAmI.id, api, log }, dispatch),
    fetchFile: (reference, most) => fetchFile({ api, token, root, fetch }, reference, most),
    async start(deliver) {
      receiving = startReceiving({
        polling: { api, whoAmI, quotes, deliver, log, signal: stopping.signal },
        webhook: settings.TELEGRAM_WEBHOOK_URL && secret ? { url: settings.TELEGRAM_WEBHOOK_URL, secret } : null,
        messages: loadMessages(join(import.meta.dirname, '../../messages')),
      });
    },
    async stop() {
      stopping.abort();
      await receiving;
    },
  };
}

/** A Telegram bot, polled or called through a webhook. */
export const telegram: PlatformModule = {
  name: CHANNEL,
  capabilities: CAPABILITIES,
  settings: SETTINGS,
  open: openBot,
};
