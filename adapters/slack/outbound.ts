import { z } from 'zod';
import type { Dispatch, PlatformServices, Sent } from '../../src/channel/adapter.ts';
import { readOutgoingFile } from '../_shared/outgoing-file.ts';
import type { ApiAnswer } from './api.ts';
import { parseConversation } from './conversation.ts';
import { renderMessage } from './render.ts';
import { type FileSender, sendFile } from './send-file.ts';

/** Where it stands: a direct message is posted to the person and changed in the chat the platform keeps for it. */
const postedSchema = z.object({ channel: z.string(), ts: z.string() });

const later = (why: string): Sent => ({ kind: 'later', afterMs: null, why });
const gone: Sent = { kind: 'undeliverable', why: 'gone' };
const blocked: Sent = { kind: 'undeliverable', why: 'blocked' };
const token = later('the bot token is refused');
const busy = later('the platform is busy');

/** What the platform's words mean for a message. Words not listed are a fault of ours: the message is refused. */
const BY_ERROR: Readonly<Record<string, Sent>> = {
  ratelimited: busy,
  rate_limited: busy,
  message_limit_exceeded: busy,
  internal_error: busy,
  fatal_error: busy,
  service_unavailable: busy,
  request_timeout: busy,
  team_added_to_org: busy,
  // A first attempt with the same key is under way.
  duplicate_message_not_found: busy,
  duplicate_channel_not_found: busy,
  // An operator's to mend, the message waits for it.
  invalid_auth: token,
  not_authed: token,
  token_revoked: token,
  token_expired: token,
  account_inactive: token,
  missing_scope: token,
  no_permission: token,
  channel_not_found: gone,
  user_not_found: gone,
  user_disabled: gone,
  is_archived: gone,
  not_in_channel: gone,
  thread_not_found: gone,
  cannot_reply_to_message: gone,
  // The person, or whoever runs the workspace, does not let the app write here.
  messages_tab_disabled: blocked,
  restricted_action: blocked,
  restricted_action_read_only_channel: blocked,
  restricted_action_thread_only_channel: blocked,
  restricted_action_non_threadable_channel: blocked,
  restricted_action_thread_locked: blocked,
  ekm_access_denied: blocked,
};

function readSent(answer: ApiAnswer): Sent {
  switch (answer.kind) {
    case 'done': {
      const posted = postedSchema.safeParse(answer.body);
      return { kind: 'sent', platformId: posted.success ? `${posted.data.channel}:${posted.data.ts}` : null };
    }
    case 'unreachable':
      return { kind: 'later', afterMs: answer.afterMs, why: answer.why };
    case 'refused':
      return BY_ERROR[answer.error] ?? { kind: 'undeliverable', why: 'refused' };
  }
}

export interface Outbound extends FileSender {
  readonly teamId: string;
  readonly log: PlatformServices['log'];
}

/** Puts other words in the place of a message (https://docs.slack.dev/reference/methods/chat.update). */
export async function editPart(
  { teamId, api, log }: Pick<Outbound, 'teamId' | 'api' | 'log'>,
  { conversation, part, key, platformId }: Dispatch & { readonly platformId: string },
): Promise<Sent> {
  const chat = parseConversation(conversation);
  if (chat?.teamId !== teamId) return gone;
  const { text, blocks } = renderMessage(chat, part, key);
  const message = { text, blocks };
  const [channel = '', ts = ''] = platformId.split(':');
  const answer = await api.call('chat.update', { ...message, channel, ts });
  if (answer.kind === 'refused') log('slack_refused', { error: answer.error });
  return readSent(answer);
}

/** Posts one part. */
export async function sendPart(outbound: Outbound, dispatch: Dispatch): Promise<Sent> {
  const { teamId, api, log } = outbound;
  const { conversation, part, key } = dispatch;
  const chat = parseConversation(conversation);
  if (chat?.teamId !== teamId) return gone;
  // The platform refuses a message of blanks; nobody would see it.
  if (part.text.trim() === '' && part.choices.length === 0) return { kind: 'sent', platformId: null };
  const file = readOutgoingFile(dispatch);
  const answer = file
    ? await sendFile(outbound, chat, file)
    : await api.call('chat.postMessage', renderMessage(chat, part, key));
  if (answer.kind === 'refused') log('slack_refused', { error: answer.error });
  return readSent(answer);
}
