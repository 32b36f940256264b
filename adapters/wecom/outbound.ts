import type { Dispatch, Sent } from '../../src/channel/adapter.ts';
import type { ApiAnswer, ErrcodeApi } from '../_shared/errcode-api.ts';
import { postMessage, readFailedSend } from '../_shared/post-message.ts';
import { parseConversation } from './conversation.ts';
import type { WecomApplication } from './inbound.ts';
import { renderMedia, renderMessage } from './render.ts';
import { sentSchema } from './schema.ts';

const MINUTE_MS = 60_000;

/** What the platform's numbers mean for a message. */
const BY_ERRCODE: Readonly<Record<number, Sent>> = {
  [-1]: { kind: 'later', afterMs: null, why: 'the platform is busy' },
  40014: { kind: 'later', afterMs: null, why: 'the access token is refused' },
  42001: { kind: 'later', afterMs: null, why: 'the access token is refused' },
  45009: { kind: 'later', afterMs: MINUTE_MS, why: 'too many calls' },
  45033: { kind: 'later', afterMs: null, why: 'too many calls at once' },
  // The desk's address is not among those the application may be called from: the operator can mend it.
  60020: { kind: 'later', afterMs: MINUTE_MS, why: 'this address is not trusted by the application' },
  40003: { kind: 'undeliverable', why: 'gone' },
  60111: { kind: 'undeliverable', why: 'gone' },
  // Nobody of those named may see the application, or exists.
  81013: { kind: 'undeliverable', why: 'gone' },
};

function readSent(answer: ApiAnswer): Sent {
  if (answer.kind !== 'done') return readFailedSend(answer, BY_ERRCODE);
  const sent = sentSchema.safeParse(answer.body);
  // It went somewhere; an answer of another shape must not make it go again.
  if (!sent.success) return { kind: 'sent', platformId: null };
  if (sent.data.invaliduser !== '') return { kind: 'undeliverable', why: 'gone' };
  if (sent.data.unlicenseduser !== '') return { kind: 'undeliverable', why: 'blocked' };
  return { kind: 'sent', platformId: sent.data.msgid ?? null };
}

export interface Outbound {
  readonly application: WecomApplication;
  readonly api: ErrcodeApi;
  readonly log: (event: string, fields?: Readonly<Record<string, string | number>>) => void;
}

/** Sends one part as a message of the application. The platform knows no idempotent send: `key` stays with us. */
export async function sendPart({ application, api, log }: Outbound, dispatch: Dispatch): Promise<Sent> {
  const chat = parseConversation(dispatch.conversation);
  if (chat?.corpId !== application.corpId || chat.agentId !== application.agentId) {
    return { kind: 'undeliverable', why: 'gone' };
  }
  const answer = await postMessage(api, '/cgi-bin/message/send', dispatch, {
    writeText: (part) => renderMessage(chat, part),
    writeMedia: (mediaId, picture) => renderMedia(chat, mediaId, picture),
  });
  if (answer.kind === 'refused') log('wecom_refused', { errcode: answer.errcode });
  return readSent(answer);
}
