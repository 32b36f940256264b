import type { IncomingHttpHeaders } from 'node:http';
import type { ConversationId, Inbound, MessageId } from '../../src/channel/message.ts';
import { RefusedCall } from './refusal.ts';
import { afterSchema, conversationSchema, sentFileSchema, sentMessageSchema, seqSchema } from './schema.ts';

/** The channel's name in stored conversations. Never change it: it is part of their key. */
export const CHANNEL = 'web';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Bytes of a request to a JSON value. Refuses what is not UTF-8 or not JSON (`not_utf8`, `not_json`). */
export function parseJsonBytes(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch (cause) {
    throw new RefusedCall('not_utf8', { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RefusedCall('not_json', { cause });
  }
}

/** The conversation named in a path, or `bad_conversation`. */
export function readConversation(value: unknown): ConversationId {
  const parsed = conversationSchema.safeParse(value);
  if (!parsed.success) throw new RefusedCall('bad_conversation');
  return parsed.data as ConversationId;
}

/** One posted message as the desk takes it. Lone surrogates cannot be stored, so they become U+FFFD here. */
export function readMessage(conversation: ConversationId, body: unknown): Inbound {
  const parsed = sentMessageSchema.safeParse(body);
  if (!parsed.success) throw new RefusedCall('bad_message');
  const sent = parsed.data;
  return {
    id: sent.id as MessageId,
    channel: CHANNEL,
    conversation,
    body:
      'text' in sent
        ? { kind: 'text', text: sent.text.toWellFormed() }
        : { kind: 'choice', value: sent.choice.toWellFormed() },
  };
}

/** Bytes of an upload's body. A file may have 20 MiB; one a little larger is still taken in, to be refused in the conversation. */
export const FILE_LIMIT = 21 * 1024 * 1024;

/** An uploaded file: its bytes are the body, `x-message-id` the sender's own id, `x-file-name` its name percent-encoded. */
export function readFile(conversation: ConversationId, headers: IncomingHttpHeaders, body: unknown) {
  const parsed = sentFileSchema.safeParse({ id: headers['x-message-id'], name: headers['x-file-name'], bytes: body });
  if (!parsed.success) throw new RefusedCall('bad_file');
  const { id, name, bytes } = parsed.data;
  return { id: id as MessageId, conversation, name, bytes };
}

/** Where a reader stopped: `Last-Event-ID` (a browser reconnecting) wins over `?after=`; 0 when neither is given. */
export function readAfter(lastEventId: unknown, after: unknown): number {
  const given = lastEventId ?? after ?? 0;
  const parsed = afterSchema.safeParse(given);
  if (!parsed.success) throw new RefusedCall('bad_after');
  return parsed.data;
}

/** The line a file belongs to, or `not_found`. */
export function readSeq(value: unknown): number {
  const parsed = seqSchema.safeParse(value);
  if (!parsed.success) throw new RefusedCall('not_found');
  return parsed.data;
}
