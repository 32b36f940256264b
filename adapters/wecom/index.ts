import type { PlatformAdapter, PlatformModule, PlatformServices } from '../../src/channel/adapter.ts';
import { type Capabilities, MEGABYTE, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import { createErrcodeApi } from '../_shared/errcode-api.ts';
import { fetchMedia } from '../_shared/fetch-media.ts';
import { createMenu } from '../_shared/menu.ts';
import { CHANNEL } from './conversation.ts';
import { sendPart } from './outbound.ts';
import { readDelivery } from './read-delivery.ts';
import { MOST_TEXT_BYTES } from './render.ts';
import { readSettings, SETTINGS } from './settings.ts';

const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  text: { most: MOST_TEXT_BYTES, unit: 'bytes' },
  files: { receive: 10 * MEGABYTE, send: 20 * MEGABYTE, pictures: 10 * MEGABYTE },
  // Messages get five seconds. The check of the address gets one, and needs nothing but the key.
  ackWithin: 5000,
  dataResidency: 'domestic',
};

async function openOne(values: Readonly<Record<string, string>>, services: PlatformServices): Promise<PlatformAdapter> {
  const settings = readSettings(values);
  const root = settings.WECOM_API_ROOT;
  const application = { corpId: settings.WECOM_CORP_ID, agentId: settings.WECOM_AGENT_ID };
  const credentials = new URLSearchParams({ corpid: application.corpId, corpsecret: settings.WECOM_SECRET });
  const api = createErrcodeApi({
    root,
    services,
    account: `wecom ${application.corpId} ${application.agentId}`,
    // While a token lasts every worker that asks is given the same one.
    requestToken: (ask) => ask(`/cgi-bin/gettoken?${credentials}`),
  });
  const key = { token: settings.WECOM_TOKEN, aesKey: settings.WECOM_AES_KEY, owner: application.corpId };
  return {
    name: CHANNEL,
    capabilities: CAPABILITIES,
    read: (request) => readDelivery({ application, key, now: services.now }, request),
    send: (dispatch) => sendPart({ application, api, log: services.log }, dispatch),
    fetchFile: (reference, most) => fetchMedia({ root, api, services }, reference, most),
    start: async () => {
      const path = `/cgi-bin/menu/create?agentid=${application.agentId}`;
      const why = await createMenu(api, path, settings.WECOM_MENU);
      if (why !== undefined) services.log('wecom_menu_not_created', { why });
    },
    stop: async () => {},
  };
}

/** An application of a company in WeCom (企业微信). */
export const wecom: PlatformModule = {
  name: CHANNEL,
  capabilities: CAPABILITIES,
  settings: SETTINGS,
  open: openOne,
};
