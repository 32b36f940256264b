import { z } from 'zod';
import type { Dispatch, PlatformServices, Sent } from '../../src/channel/adapter.ts';
import { readOutgoingFile } from '../_shared/outgoing-file.ts';
import type { ApiAnswer, Refusal, TelegramApi } from './api.ts';
import { parseConversation } from './conversation.ts';
import type { Quotes } from './quotes.ts';
import { renderFile, renderMessage } from './render.ts';

/** Milliseconds a message may take, and one with a file. */
const PATIENCE_MS = 10_000;
const UPLOAD_PATIENCE_MS = 20_000;
const sentSchema = z.object({ message_id: z.number().int() });

/** 400 means many things; these say that the chat is no more (https://core.telegram.org/api/errors). */
const GONE = /chat not found|user not found|chat_id_invalid|peer_id_invalid|group chat was (?:upgraded|deleted)/iu;
const NOT_MODIFIED = /message is not modified/iu;
/** The token is wrong or has been revoked: an operator's to mend, the message waits for it. */
const TOKEN_REFUSED = new Set([401, 404]);

function readRefusal({ error_code, description, parameters }: Refusal): Sent {
  if (error_code === 429) {
    const afterMs = parameters.retry_after === undefined ? null : parameters.retry_after * 1000;
    return { kind: 'later', afterMs, why: 'too many messages' };
  }
  if (TOKEN_REFUSED.has(error_code)) return { kind: 'later', afterMs: null, why: 'the bot token is refused' };
  // Blocked, the account deleted, or thrown out of the group.
  if (error_code === 403) return { kind: 'undeliverable', why: 'blocked' };
  return { kind: 'undeliverable', why: GONE.test(description) ? 'gone' : 'refused' };
}

function readSent(answer: ApiAnswer): Sent {
  switch (answer.kind) {
    case 'done': {
      const sent = sentSchema.safeParse(answer.result);
      return { kind: 'sent', platformId: sent.success ? String(sent.data.message_id) : null };
    }
    case 'unreachable':
      return { kind: 'later', afterMs: null, why: answer.why };
    case 'refused':
      return readRefusal(answer.refusal);
  }
}

export interface Outbound {
  readonly botId: string;
  readonly api: TelegramApi;
  readonly quotes: Quotes;
  readonly log: PlatformServices['log'];
}

/** Puts other words in the place of a message (https://core.telegram.org/bots/api#editmessagetext). */
export async function editPart(
  { botId, api, log }: Omit<Outbound, 'quotes'>,
  { conversation, part, platformId }: Dispatch & { readonly platformId: string },
): Promise<Sent> {
  const chat = parseConversation(conversation);
  if (chat?.botId !== botId) return { kind: 'undeliverable', why: 'gone' };
  const message = renderMessage(chat, part, null);
  const answer = await api.call(
    'editMessageText',
    { ...message, message_id: Number(platformId) },
    AbortSignal.timeout(PATIENCE_MS),
  );
  if (answer.kind !== 'refused') return readSent(answer);
  // Said already by an attempt whose answer was lost.
  if (NOT_MODIFIED.test(answer.refusal.description)) return { kind: 'sent', platformId };
  log('telegram_refused', { code: answer.refusal.error_code });
  return readSent(answer);
}

/** Sends one part. The platform knows no idempotent send: `key` stays with us. */
export async function sendPart({ botId, api, quotes, log }: Outbound, dispatch: Dispatch): Promise<Sent> {
  const chat = parseConversation(dispatch.conversation);
  if (chat?.botId !== botId) return { kind: 'undeliverable', why: 'gone' };
  // The platform refuses a message of blanks; nobody would see it.
  if (dispatch.part.text.trim() === '' && dispatch.part.choices.length === 0) return { kind: 'sent', platformId: null };
  const quote = quotes.find(dispatch.conversation);
  const file = readOutgoingFile(dispatch);
  const method = !file ? 'sendMessage' : file.picture ? 'sendPhoto' : 'sendDocument';
  const message = file ? renderFile(chat, file, quote) : renderMessage(chat, dispatch.part, quote);
  const answer = await api.call(method, message, AbortSignal.timeout(file ? UPLOAD_PATIENCE_MS : PATIENCE_MS));
  if (answer.kind !== 'refused') return readSent(answer);
  log('telegram_refused', { code: answer.refusal.error_code });
  const movedTo = answer.refusal.parameters.migrate_to_chat_id;
  // A group that grew has a new id; the person still waits in it.
  return readSent(
    movedTo === undefined
      ? answer
      : await api.call(method, { ...message, chat_id: movedTo, reply_parameters: undefined }),
  );
}
