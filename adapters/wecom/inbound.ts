import type { Inbound, InboundBody, MessageId } from '../../src/channel/message.ts';
import { CHANNEL, type WecomChat, writeConversation } from './conversation.ts';
import type { Payload } from './schema.ts';

/** The application whose messages these are. */
export type WecomApplication = Pick<WecomChat, 'corpId' | 'agentId'>;

/** A member who is given the application is met as if they had asked what it can do. */
const ON_FOLLOW = 'help';
/** The platform itself, in events about the company. */
const SYSTEM = 'sys';

/** A stable id. Messages have their own; an event is told by who did what when. The application comes first. */
function identify(payload: Payload, { corpId, agentId }: WecomApplication): MessageId {
  const own =
    'MsgId' in payload
      ? [payload.MsgId]
      : [payload.FromUserName, payload.CreateTime, ...('Event' in payload ? [payload.Event, payload.EventKey] : [])];
  return [`${corpId}.${agentId}`, ...own].join(':') as MessageId;
}

function readEvent(event: string, key: string): InboundBody | undefined {
  if (event === 'subscribe') return { kind: 'choice', value: ON_FOLLOW };
  if (event === 'click' && key !== '') return { kind: 'choice', value: key.toWellFormed() };
  // The rest (opened the application, left it, opened a link) asks for nothing.
  return undefined;
}

function readPayload(payload: Payload): InboundBody | undefined {
  if ('Content' in payload) return { kind: 'text', text: payload.Content.toWellFormed() };
  if ('MediaId' in payload) {
    // The platform tells neither name nor size; pictures come as JPEG.
    return {
      kind: 'file',
      name: `${payload.MsgId}.jpg`,
      mediaType: 'image/jpeg',
      bytes: 0,
      reference: payload.MediaId,
    };
  }
  if ('Event' in payload) return readEvent(payload.Event, payload.EventKey);
  return { kind: 'unsupported', what: payload.MsgType };
}

/** What a callback asks the desk to handle: one message, or nothing. */
export function readInbound(payload: Payload, application: WecomApplication): Inbound[] {
  const ours = payload.AgentID === application.agentId && payload.FromUserName !== SYSTEM;
  const body = ours ? readPayload(payload) : undefined;
  if (!body) return [];
  const conversation = writeConversation({ ...application, userId: payload.FromUserName });
  return [{ id: identify(payload, application), channel: CHANNEL, conversation, body }];
}
