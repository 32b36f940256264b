import type { Dispatch, Sent } from '../../src/channel/adapter.ts';
import type { ErrcodeApi } from '../_shared/errcode-api.ts';
import { postMessage, readFailedSend } from '../_shared/post-message.ts';
import { parseConversation } from './conversation.ts';
import { renderCustomerMessage, renderPicture } from './render.ts';

const MINUTE_MS = 60_000;

/** What the platform's numbers mean for a message. */
const BY_ERRCODE: Readonly<Record<number, Sent>> = {
  [-1]: { kind: 'later', afterMs: null, why: 'the platform is busy' },
  40001: { kind: 'later', afterMs: null, why: 'the access token is refused' },
  40014: { kind: 'later', afterMs: null, why: 'the access token is refused' },
  42001: { kind: 'later', afterMs: null, why: 'the access token is refused' },
  45009: { kind: 'later', afterMs: null, why: 'too many calls today' },
  45011: { kind: 'later', afterMs: MINUTE_MS, why: 'too many calls this minute' },
  // 48 hours since the person's last message have passed.
  45015: { kind: 'undeliverable', why: 'window_closed' },
  // Five messages since the person's last one are out: the rest rides on the answer to the next.
  45047: { kind: 'held', why: 'five messages are out' },
  // The person refuses messages, or follows the account no longer.
  48002: { kind: 'undeliverable', why: 'blocked' },
  43004: { kind: 'undeliverable', why: 'blocked' },
  50005: { kind: 'undeliverable', why: 'blocked' },
  40003: { kind: 'undeliverable', why: 'gone' },
  // The account may not send customer-service messages: replies ride on the answers instead.
  48001: { kind: 'held', why: 'the account may not send customer-service messages' },
};

export interface Outbound {
  readonly appId: string;
  readonly api: ErrcodeApi;
  /** Whether the account may send customer-service messages. */
  readonly customerMessages: boolean;
  readonly log: (event: string, fields?: Readonly<Record<string, string | number>>) => void;
}

/** Sends one part as a customer-service message. The platform knows no idempotent send: `key` stays with us. */
export async function sendPart({ appId, api, customerMessages, log }: Outbound, dispatch: Dispatch): Promise<Sent> {
  const chat = parseConversation(dispatch.conversation);
  if (chat?.appId !== appId) return { kind: 'undeliverable', why: 'gone' };
  if (!customerMessages) return { kind: 'held', why: 'customer-service messages are switched off' };
  const answer = await postMessage(api, '/cgi-bin/message/custom/send', dispatch, {
    writeText: (part) => renderCustomerMessage(chat.openId, part),
    writeMedia: (mediaId) => renderPicture(chat.openId, mediaId),
  });
  if (answer.kind === 'refused') log('wechat_refused', { errcode: answer.errcode });
  // The platform gives customer-service messages no id.
  return answer.kind === 'done' ? { kind: 'sent', platformId: null } : readFailedSend(answer, BY_ERRCODE);
}
