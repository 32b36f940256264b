import type { Inbound, InboundBody, MessageId } from '../../src/channel/message.ts';
import { CHANNEL, writeConversation } from './conversation.ts';
import type { Payload } from './schema.ts';

/** A new follower is met as if they had asked what the desk can do. */
const ON_FOLLOW = 'help';
/** The account itself; the platform does not send its own messages back, but staff tools do. */
const OFFICIAL = /^gh_/u;

/**
 * A stable id. Messages have their own; an event is told by who did what when.
 * The account comes first: ids are only unique within one.
 */
function identify(payload: Payload, appId: string): MessageId {
  if ('MsgId' in payload) return `${appId}:${payload.MsgId}` as MessageId;
  const key = 'EventKey' in payload ? [payload.Event, payload.EventKey] : [];
  return [appId, payload.FromUserName, payload.CreateTime, ...key].join(':') as MessageId;
}

function readEvent(event: string, key: string): InboundBody | undefined {
  if (event === 'subscribe') return { kind: 'choice', value: ON_FOLLOW };
  if (event === 'CLICK' && key !== '') return { kind: 'choice', value: key.toWellFormed() };
  // The rest (left, opened a link, told where they are, a broadcast went out) asks for nothing.
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
  if ('Recognition' in payload && payload.Recognition !== '') {
    return { kind: 'text', text: payload.Recognition.toWellFormed() };
  }
  return { kind: 'unsupported', what: payload.MsgType };
}

/** What a callback asks the desk to handle: one message, or nothing. */
export function readInbound(payload: Payload, appId: string): Inbound[] {
  const body = OFFICIAL.test(payload.FromUserName) ? undefined : readPayload(payload);
  if (!body) return [];
  const conversation = writeConversation({ appId, openId: payload.FromUserName });
  return [{ id: identify(payload, appId), channel: CHANNEL, conversation, body }];
}
