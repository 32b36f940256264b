import type { Dispatch, PlatformServices, Sent } from '../../src/channel/adapter.ts';
import { readOutgoingFile } from '../_shared/outgoing-file.ts';
import { type ApiAnswer, callApi } from './call-api.ts';
import type { FeishuClient } from './client.ts';
import { parseConversation } from './conversation.ts';
import { renderPart } from './render.ts';
import { answerSchema } from './schema.ts';
import { uploadFile } from './upload-file.ts';

const MINUTE_MS = 60_000;
const TOO_MANY = { kind: 'later', afterMs: null, why: 'too many messages' } as const;
const NOT_ALLOWED = { kind: 'later', afterMs: MINUTE_MS, why: 'the application lacks a permission' } as const;

/**
 * What the platform's numbers mean for a message:
 * https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create
 */
const BY_CODE: Readonly<Record<number, Sent>> = {
  230020: TOO_MANY,
  // The same message is on its way already.
  230049: { kind: 'later', afterMs: null, why: 'being sent' },
  230101: { kind: 'later', afterMs: MINUTE_MS, why: 'sending to people is paused by the platform' },
  // The operator's to mend; the message waits for it.
  230006: NOT_ALLOWED,
  230027: NOT_ALLOWED,
  // The person is outside what the application may reach, or has stopped its messages.
  230013: { kind: 'undeliverable', why: 'blocked' },
  230053: { kind: 'undeliverable', why: 'blocked' },
  230018: { kind: 'undeliverable', why: 'blocked' },
  230035: { kind: 'undeliverable', why: 'blocked' },
  // Out of the group, left the organization, or no such chat.
  230002: { kind: 'undeliverable', why: 'gone' },
  230029: { kind: 'undeliverable', why: 'gone' },
  230034: { kind: 'undeliverable', why: 'gone' },
  232009: { kind: 'undeliverable', why: 'gone' },
};

/** Numbers of messages and chats; all others are about the call and not about what it brings. */
const isAboutMessage = (code: number) => code >= 230_000 && code < 240_000;

function readRefusal(code: number, afterMs: number | null): Sent {
  const sent = BY_CODE[code];
  if (sent === undefined) {
    return isAboutMessage(code)
      ? { kind: 'undeliverable', why: 'refused' }
      : { kind: 'later', afterMs, why: `refused (${code})` };
  }
  return sent.kind === 'later' ? { ...sent, afterMs: afterMs ?? sent.afterMs } : sent;
}

function readSent(answer: ApiAnswer): Sent {
  switch (answer.kind) {
    case 'done':
      return { kind: 'sent', platformId: answerSchema.safeParse(answer.body).data?.data?.message_id ?? null };
    case 'unreachable':
      return { kind: 'later', afterMs: answer.afterMs, why: answer.why };
    case 'refused':
      return readRefusal(answer.code, answer.afterMs);
  }
}

export interface Outbound {
  readonly appId: string;
  readonly client: FeishuClient;
  readonly log: PlatformServices['log'];
}

/** What became of a file that could not be uploaded: its own numbers say what is wrong with it, not with the chat. */
function readUpload(answer: ApiAnswer, log: PlatformServices['log']): Sent {
  if (answer.kind !== 'refused') return readSent(answer);
  log('feishu_upload_refused', { code: answer.code });
  return readRefusal(answer.code, answer.afterMs);
}

/**
 * Puts other words in the place of a text: twenty times at most, and as long as the organization's administrator allows
 * (https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/update).
 */
export async function editPart(
  { appId, client, log }: Outbound,
  { conversation, part, platformId }: Dispatch & { readonly platformId: string },
): Promise<Sent> {
  const chat = parseConversation(conversation);
  if (chat?.appId !== appId) return { kind: 'undeliverable', why: 'gone' };
  const { msg_type, content } = renderPart(chat, part);
  const answer = await callApi(client, () =>
    client.sdk.im.message.update({ path: { message_id: platformId }, data: { msg_type, content } }),
  );
  if (answer.kind === 'refused') log('feishu_refused', { code: answer.code });
  return readSent(answer);
}

/** Sends one part. The platform drops a second one with the same `uuid` within an hour. */
export async function sendPart({ appId, client, log }: Outbound, dispatch: Dispatch): Promise<Sent> {
  const chat = parseConversation(dispatch.conversation);
  if (chat?.appId !== appId) return { kind: 'undeliverable', why: 'gone' };
  // Nobody would see a message of blanks, and the platform may refuse it.
  if (dispatch.part.text.trim() === '' && dispatch.part.choices.length === 0) return { kind: 'sent', platformId: null };
  const file = readOutgoingFile(dispatch);
  const rendered = file ? await uploadFile(client, file) : renderPart(chat, dispatch.part);
  if ('kind' in rendered) return readUpload(rendered, log);
  const data = { receive_id: chat.chatId, uuid: dispatch.key, ...rendered };
  const answer = await callApi(client, () =>
    client.sdk.im.message.create({ params: { receive_id_type: 'chat_id' }, data }),
  );
  if (answer.kind === 'refused') log('feishu_refused', { code: answer.code });
  return readSent(answer);
}
