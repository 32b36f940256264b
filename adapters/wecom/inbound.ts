import type { Inbound, MessageId } from '../../src/channel/message.ts';
import { identifyCallback, readCallbackBody } from '../_shared/read-callback.ts';
import { CHANNEL, type WecomChat, writeConversation } from './conversation.ts';
import type { Payload } from './schema.ts';

/** The application whose messages these are. */
export type WecomApplication = Pick<WecomChat, 'corpId' | 'agentId'>;

/** The platform itself, in events about the company. */
const SYSTEM = 'sys';

/** What a callback asks the desk to handle: one message, or nothing. */
export function readInbound(payload: Payload, application: WecomApplication): Inbound[] {
  const { corpId, agentId } = application;
  const ours = payload.AgentID === agentId && payload.FromUserName !== SYSTEM;
  const body = ours ? readCallbackBody(payload) : undefined;
  if (!body) return [];
  const conversation = writeConversation({ ...application, userId: payload.FromUserName });
  const id = identifyCallback(`${corpId}.${agentId}`, payload) as MessageId;
  return [{ id, channel: CHANNEL, conversation, body }];
}
