import type { Dispatch, PlatformServices, Sent } from '../../src/channel/adapter.ts';
import { type OutgoingFile, readOutgoingFile } from '../_shared/outgoing-file.ts';
import type { ApiAnswer, DingtalkApi } from './api.ts';
import { type DingtalkChat, parseConversation } from './conversation.ts';
import { canSendFile, renderFile, renderForApi, renderForSession } from './render.ts';
import { mediaSchema, sentSchema, sessionAnswerSchema } from './schema.ts';
import type { Sessions } from './sessions.ts';

const MINUTE_MS = 60_000;
/** Twenty messages a minute through one session are out: https://open.dingtalk.com/document/orgapp/robot-overview */
const TOO_FAST = new Set([130101, 410100]);

/** What the API's words for a refusal mean; others are a fault of ours. */
const BY_CODE: readonly (readonly [RegExp, Sent])[] = [
  [/QpsLimit|Throttl|FlowControl/iu, { kind: 'later', afterMs: null, why: 'too many calls' }],
  // Permissions, the address list and the robot itself are the operator's to put right; the message waits for it.
  [
    /^(?:Forbidden|robot|chatbotId)\.|^ip\.not\.match$|robotCode/u,
    { kind: 'later', afterMs: MINUTE_MS, why: 'the application may not do this' },
  ],
  [/^InvalidAuthentication$/u, { kind: 'later', afterMs: null, why: 'the access token is refused' }],
  [/notExist|not\.found|NotFound|openConversationId|staffId/iu, { kind: 'undeliverable', why: 'gone' }],
];

function readSent(answer: ApiAnswer): Sent {
  if (answer.kind === 'unreachable') return { kind: 'later', afterMs: answer.afterMs, why: answer.why };
  if (answer.kind === 'refused') {
    const [, sent] = BY_CODE.find(([code]) => code.test(answer.code)) ?? [];
    return sent ?? { kind: 'undeliverable', why: 'refused' };
  }
  const sent = sentSchema.safeParse(answer.body);
  // It went somewhere; an answer of another shape must not make it go again.
  if (!sent.success) return { kind: 'sent', platformId: null };
  if (sent.data.invalidStaffIdList.length > 0) return { kind: 'undeliverable', why: 'gone' };
  if (sent.data.filteredStaffIdList.length > 0) return { kind: 'undeliverable', why: 'blocked' };
  if (sent.data.flowControlledStaffIdList.length > 0) {
    return { kind: 'later', afterMs: MINUTE_MS, why: 'too many messages to this person' };
  }
  return { kind: 'sent', platformId: sent.data.processQueryKey ?? null };
}

/** What became of a part handed to a session webhook; `ended` when the session holds no longer. */
function readSession(answer: ApiAnswer): Sent | 'ended' {
  if (answer.kind === 'unreachable') return { kind: 'later', afterMs: answer.afterMs, why: answer.why };
  if (answer.kind === 'refused') return 'ended';
  const said = sessionAnswerSchema.safeParse(answer.body);
  // It went somewhere; an answer of another shape must not make it go again. Sessions give messages no id.
  if (!said.success || said.data.errcode === 0) return { kind: 'sent', platformId: null };
  return TOO_FAST.has(said.data.errcode) ? { kind: 'later', afterMs: MINUTE_MS, why: 'too many messages' } : 'ended';
}

export interface Outbound {
  readonly robotCode: string;
  readonly api: DingtalkApi;
  readonly sessions: Sessions;
  readonly log: PlatformServices['log'];
}

type Rendered = ReturnType<typeof renderForApi>;

async function sendByApi({ robotCode, api, log }: Outbound, chat: DingtalkChat, rendered: Rendered): Promise<Sent> {
  // The API knows nobody from outside the organization.
  if (chat.kind === 'outsider') return { kind: 'undeliverable', why: 'window_closed' };
  const message = { robotCode, ...rendered };
  const answer =
    chat.kind === 'group'
      ? await api.post('/v1.0/robot/groupMessages/send', { ...message, openConversationId: chat.groupId })
      : await api.post('/v1.0/robot/oToMessages/batchSend', { ...message, userIds: [chat.userId] });
  if (answer.kind === 'refused') log('dingtalk_refused', { code: answer.code });
  return readSent(answer);
}

/** Uploads a file and sends it by the API: sessions take none. */
async function sendFile(outbound: Outbound, chat: DingtalkChat, file: OutgoingFile): Promise<Sent> {
  const answer = await outbound.api.upload(file);
  if (answer.kind === 'refused') outbound.log('dingtalk_upload_refused', { code: answer.code });
  if (answer.kind !== 'done') return readSent(answer);
  const mediaId = mediaSchema.parse(answer.body).media_id ?? '';
  return sendByApi(outbound, chat, renderFile(file, mediaId));
}

/**
 * Sends one part, by the conversation's session while it lasts, else by the API. The platform knows no idempotent
 * send: `key` stays with us.
 */
export async function sendPart(outbound: Outbound, dispatch: Dispatch): Promise<Sent> {
  const { conversation, part } = dispatch;
  const chat = parseConversation(conversation);
  if (chat?.robotCode !== outbound.robotCode) return { kind: 'undeliverable', why: 'gone' };
  // The platform refuses a message of blanks; nobody would see it.
  if (part.text.trim() === '' && part.choices.length === 0) return { kind: 'sent', platformId: null };
  const file = readOutgoingFile(dispatch);
  if (file && canSendFile(file) && chat.kind !== 'outsider') return sendFile(outbound, chat, file);
  const address = outbound.sessions.find(conversation);
  if (address === undefined) return sendByApi(outbound, chat, renderForApi(chat, part));
  const sent = readSession(await outbound.api.postTo(address, renderForSession(chat, part)));
  if (sent !== 'ended') return sent;
  outbound.sessions.forget(conversation);
  return sendByApi(outbound, chat, renderForApi(chat, part));
}
