import type { PlatformAdapter, PlatformModule, PlatformServices } from '../../src/channel/adapter.ts';
import { type Capabilities, MEGABYTE, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import { DeskError } from '../../src/errors.ts';
import { callApi } from './call-api.ts';
import { connectClient, type FeishuClient } from './client.ts';
import { CHANNEL } from './conversation.ts';
import { fetchFile } from './fetch-file.ts';
import { editPart, sendPart } from './outbound.ts';
import { readDelivery } from './read-delivery.ts';
import { MOST_TEXT_BYTES } from './render.ts';
import { botSchema } from './schema.ts';
import { readSettings, SETTINGS } from './settings.ts';

const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  text: { most: MOST_TEXT_BYTES, unit: 'bytes' },
  choices: { most: 12, label: { most: 40, unit: 'characters' }, value: { most: 500, unit: 'characters' } },
  files: { receive: 20 * MEGABYTE, send: 30 * MEGABYTE, pictures: 10 * MEGABYTE },
  edit: true,
  // 1,000 a minute over all chats; what one chat takes (5 a second) the platform says itself.
  rate: { most: 15, perMs: 1000 },
  dataResidency: 'domestic',
};

/**
 * The bot's own open id, by which it knows that it was named in a group; undefined when the platform does not say.
 * @throws DeskError PLATFORM_AWAY
 */
async function askWhoIAm(client: FeishuClient): Promise<string | undefined> {
  const answer = await callApi(client, () => client.sdk.request({ method: 'GET', url: '/open-apis/bot/v3/info' }));
  if (answer.kind === 'unreachable') {
    throw new DeskError('PLATFORM_AWAY', 'Feishu does not answer, or refuses App ID and App Secret');
  }
  return answer.kind === 'done' ? botSchema.safeParse(answer.body).data?.bot.open_id : undefined;
}

async function open(values: Readonly<Record<string, string>>, services: PlatformServices): Promise<PlatformAdapter> {
  const settings = readSettings(values);
  const { FEISHU_APP_ID: appId, FEISHU_ENCRYPT_KEY: encryptKey } = settings;
  const client = await connectClient(settings);
  const secrets = { appId, encryptKey, verificationToken: settings.FEISHU_VERIFICATION_TOKEN };
  let botId: string | undefined;
  return {
    name: CHANNEL,
    capabilities: CAPABILITIES,
    read: (request) => readDelivery({ secrets, botId: () => botId, now: services.now }, request),
    send: (dispatch) => sendPart({ appId, client, log: services.log }, dispatch),
    edit: (dispatch) => editPart({ appId, client, log: services.log }, dispatch),
    fetchFile: (reference, most) => fetchFile(client, reference, most),
    start: async () => {
      botId = await askWhoIAm(client);
      if (botId === undefined) services.log('feishu_bot_unknown');
    },
    stop: async () => {},
  };
}

/** An application's bot in Feishu (飞书). */
export const feishu: PlatformModule = {
  name: CHANNEL,
  capabilities: CAPABILITIES,
  settings: SETTINGS,
  open,
};
