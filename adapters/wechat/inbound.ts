import type { Inbound, MessageId } from '../../src/channel/message.ts';
import { identifyCallback, readCallbackBody } from '../_shared/read-callback.ts';
import { CHANNEL, writeConversation } from './conversation.ts';
import type { Payload } from './schema.ts';

/** The account itself; the platform does not send its own messages back, but staff tools do. */
const OFFICIAL = /^gh_/u;

/** What a callback asks the desk to handle: one message, or nothing. */
export function readInbound(payload: Payload, appId: string): Inbound[] {
  const body = OFFICIAL.test(payload.FromUserName) ? undefined : readCallbackBody(payload);
  if (!body) return [];
  const conversation = writeConversation({ appId, openId: payload.FromUserName });
  return [{ id: identifyCallback(appId, payload) as MessageId, channel: CHANNEL, conversation, body }];
}
