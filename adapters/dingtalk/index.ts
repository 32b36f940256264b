import type { PlatformAdapter, PlatformModule, PlatformServices } from '../../src/channel/adapter.ts';
import { type Capabilities, MEGABYTE, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import { createApi } from './api.ts';
import { CHANNEL } from './conversation.ts';
import { fetchFile } from './fetch-file.ts';
import { sendPart } from './outbound.ts';
import { readDelivery } from './read-delivery.ts';
import { MOST_BUTTONS, MOST_LABEL, MOST_TEXT_BYTES } from './render.ts';
import { createSessions } from './sessions.ts';
import { readSettings, SETTINGS } from './settings.ts';

const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  text: { most: MOST_TEXT_BYTES, unit: 'bytes' },
  choices: { most: MOST_BUTTONS, label: { most: MOST_LABEL, unit: 'characters' } },
  files: { receive: 20 * MEGABYTE, send: 20 * MEGABYTE, pictures: 20 * MEGABYTE },
  // Twenty a second over all chats by the API; twenty a minute in one chat the platform counts itself.
  rate: { most: 15, perMs: 1000 },
  dataResidency: 'domestic',
};

async function open(values: Readonly<Record<string, string>>, services: PlatformServices): Promise<PlatformAdapter> {
  const settings = readSettings(values);
  const { fetch, log, now } = services;
  const robotCode = settings.DINGTALK_ROBOT_CODE ?? settings.DINGTALK_CLIENT_ID;
  const secret = settings.DINGTALK_CLIENT_SECRET;
  const api = createApi(settings, services);
  const sessions = createSessions({ root: settings.DINGTALK_SESSION_ROOT, now });
  return {
    name: CHANNEL,
    capabilities: CAPABILITIES,
    read: (request) => readDelivery({ robotCode, secret, sessions, now }, request),
    send: (dispatch) => sendPart({ robotCode, api, sessions, log }, dispatch),
    fetchFile: (reference, most) => fetchFile({ robotCode, api, fetch }, reference, most),
    start: () => api.connect(),
    stop: async () => {},
  };
}

/** The robot of an application in DingTalk (钉钉). */
export const dingtalk: PlatformModule = {
  name: CHANNEL,
  capabilities: CAPABILITIES,
  settings: SETTINGS,
  open,
};
