import { join } from 'node:path';
import type { PlatformAdapter, PlatformModule, PlatformServices } from '../../src/channel/adapter.ts';
import { type Capabilities, MEGABYTE, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import { loadMessages, say } from '../../src/messages.ts';
import { createErrcodeApi } from '../_shared/errcode-api.ts';
import { fetchMedia } from '../_shared/fetch-media.ts';
import { createMenu } from '../_shared/menu.ts';
import { CHANNEL } from './conversation.ts';
import { sendPart } from './outbound.ts';
import { type HoldWords, readDelivery } from './read-delivery.ts';
import { MOST_PART_BYTES } from './render.ts';
import { requestToken } from './request-token.ts';
import { readSettings, SETTINGS } from './settings.ts';

const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  text: { most: MOST_PART_BYTES, unit: 'bytes' },
  // People are sent pictures, but the platform has no kind of message for a file.
  files: { receive: 10 * MEGABYTE, send: 0, pictures: 10 * MEGABYTE },
  proactive: { kind: 'window', hours: 48, messages: 5 },
  ackWithin: 5000,
  replyWithin: 4500,
  dataResidency: 'domestic',
};

function loadWords(): HoldWords {
  const messages = loadMessages(join(import.meta.dirname, '../../messages'));
  return { more: say(messages, 'zh-CN', 'wechat.more'), wait: say(messages, 'zh-CN', 'wechat.wait') };
}

async function openOne(values: Readonly<Record<string, string>>, services: PlatformServices): Promise<PlatformAdapter> {
  const settings = readSettings(values);
  const { WECHAT_APP_ID: appId, WECHAT_API_ROOT: root } = settings;
  const api = createErrcodeApi({
    root,
    services,
    account: `wechat ${appId}`,
    requestToken: (ask, refused) => requestToken(ask, { appId, secret: settings.WECHAT_APP_SECRET, refused }),
  });
  const customerMessages = settings.WECHAT_CUSTOMER_MESSAGES === 'yes';
  const reader = {
    secrets: { token: settings.WECHAT_TOKEN, aesKey: settings.WECHAT_AES_KEY, owner: appId },
    words: customerMessages ? null : loadWords(),
    now: services.now,
  };
  return {
    name: CHANNEL,
    capabilities: customerMessages
      ? CAPABILITIES
      : {
          ...CAPABILITIES,
          // Only texts ride on answers.
          files: { ...CAPABILITIES.files, pictures: 0 },
          proactive: { kind: 'window', hours: 0, messages: 0 },
        },
    read: (request) => readDelivery(reader, request),
    send: (dispatch) => sendPart({ appId, api, customerMessages, log: services.log }, dispatch),
    fetchFile: (reference, most) => fetchMedia({ root, api, services }, reference, most),
    start: async () => {
      const why = await createMenu(api, '/cgi-bin/menu/create', settings.WECHAT_MENU);
      if (why !== undefined) services.log('wechat_menu_not_created', { why });
    },
    stop: async () => {},
  };
}

/** A WeChat Official Account (公众号). */
export const wechat: PlatformModule = {
  name: CHANNEL,
  capabilities: CAPABILITIES,
  settings: SETTINGS,
  open: openOne,
};
