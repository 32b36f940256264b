import type { InboundBody } from '../../src/channel/message.ts';

/** A message or event of either platform, as its schema has read it. */
export interface CallbackPayload {
  readonly FromUserName: string;
  readonly CreateTime: string;
  readonly MsgType: string;
  readonly MsgId?: string;
  readonly Content?: string;
  readonly MediaId?: string;
  /** What the platform heard in a voice message. */
  readonly Recognition?: string;
  readonly Event?: string;
  readonly EventKey?: string;
}

/** Who is new here is met as if they had asked what the desk can do. */
const ON_FOLLOW = 'help';

/**
 * A stable id. Messages have their own; an event is told by who did what when. The account comes first: ids are only
 * unique within one.
 */
export function identifyCallback(account: string, payload: CallbackPayload): string {
  const { MsgId, FromUserName, CreateTime, Event, EventKey = '' } = payload;
  if (MsgId !== undefined) return `${account}:${MsgId}`;
  return [account, FromUserName, CreateTime, ...(Event === undefined ? [] : [Event, EventKey])].join(':');
}

/** One platform writes the names of its events in capitals, the other does not. */
function readEvent(event: string, key: string): InboundBody | undefined {
  switch (event.toLowerCase()) {
    case 'subscribe':
      return { kind: 'choice', value: ON_FOLLOW };
    case 'click':
      return key === '' ? undefined : { kind: 'choice', value: key.toWellFormed() };
    default:
      // Left, opened a link, told where they are, opened the application: nothing asks for an answer.
      return undefined;
  }
}

/** What a person said or did; undefined for what asks for nothing. */
export function readCallbackBody(payload: CallbackPayload): InboundBody | undefined {
  const { MsgId, MsgType, Content, MediaId, Recognition, Event, EventKey = '' } = payload;
  if (Content !== undefined) return { kind: 'text', text: Content.toWellFormed() };
  // The platforms tell neither name nor size; pictures come as JPEG.
  if (MediaId !== undefined)
    return { kind: 'file', name: `${MsgId}.jpg`, mediaType: 'image/jpeg', bytes: 0, reference: MediaId };
  if (Event !== undefined) return readEvent(Event, EventKey);
  if (Recognition) return { kind: 'text', text: Recognition.toWellFormed() };
  return { kind: 'unsupported', what: MsgType };
}
