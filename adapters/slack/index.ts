import { join } from 'node:path';
import type { PlatformAdapter, PlatformModule, PlatformServices } from '../../src/channel/adapter.ts';
import { type Capabilities, MEGABYTE, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import { loadMessages, say } from '../../src/messages.ts';
import { connectApi } from './api.ts';
import { CHANNEL } from './conversation.ts';
import { fetchFile } from './fetch-file.ts';
import { createTaker, keepSocket } from './keep-socket.ts';
import { editPart, sendPart } from './outbound.ts';
import { readDelivery } from './read-delivery.ts';
import { readSettings, SETTINGS } from './settings.ts';

const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  // The longest text of one block.
  text: { most: 3000, unit: 'characters' },
  markup: 'blocks',
  choices: { most: 10, label: { most: 75, unit: 'characters' }, value: { most: 2000, unit: 'characters' } },
  files: { receive: 20 * MEGABYTE, send: 50 * MEGABYTE, pictures: 50 * MEGABYTE },
  edit: true,
  // "Several hundred a minute" over a workspace; how many exactly it does not say.
  rate: { most: 300, perMs: 60_000 },
  dataResidency: 'overseas',
};

async function openWorkspace(
  values: Readonly<Record<string, string>>,
  services: PlatformServices,
): Promise<PlatformAdapter> {
  const settings = readSettings(values);
  const { SLACK_TEAM_ID: teamId, SLACK_BOT_TOKEN: token, SLACK_API_URL: root, SLACK_APP_TOKEN: appToken } = settings;
  const { log, fetch, now } = services;
  const api = await connectApi(token, root, services);
  const messages = loadMessages(join(import.meta.dirname, '../../messages'));
  const payloads = { teamId, answeredApart: say(messages, 'zh-CN', 'slack.answered_apart') };
  const secret = appToken === undefined ? settings.SLACK_SIGNING_SECRET : undefined;
  const stopping = new AbortController();
  let socket: Promise<void> | undefined;
  return {
    name: CHANNEL,
    capabilities: CAPABILITIES,
    read: (request) => readDelivery({ ...payloads, secret, now }, request),
    send: (dispatch) => sendPart({ teamId, api, root, fetch, log }, dispatch),
    edit: (dispatch) => editPart({ teamId, api, log }, dispatch),
    fetchFile: (reference, most) => fetchFile({ api, token, root, fetch }, reference, most),
    async start(deliver) {
      if (appToken === undefined) return;
      const take = createTaker({ reader: payloads, deliver, log });
      socket = keepSocket({ appToken, root, take, log, signal: stopping.signal });
    },
    async stop() {
      stopping.abort();
      await socket;
    },
  };
}

/** An app in a Slack workspace, over HTTP or in Socket Mode. */
export const slack: PlatformModule = {
  name: CHANNEL,
  capabilities: CAPABILITIES,
  settings: SETTINGS,
  open: openWorkspace,
};
