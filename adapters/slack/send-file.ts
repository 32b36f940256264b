import { z } from 'zod';
import type { PlatformServices } from '../../src/channel/adapter.ts';
import type { OutgoingFile } from '../_shared/outgoing-file.ts';
import type { ApiAnswer, SlackApi } from './api.ts';
import type { SlackChat } from './conversation.ts';
import { isTrusted } from './fetch-file.ts';

const UPLOAD_PATIENCE_MS = 20_000;
const placeSchema = z.object({ upload_url: z.url(), file_id: z.string().min(1) });

export interface FileSender {
  readonly api: SlackApi;
  readonly root: string;
  readonly fetch: PlatformServices['fetch'];
}

async function putBytes(fetch: PlatformServices['fetch'], address: string, content: Uint8Array): Promise<ApiAnswer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: Buffer.from(content),
      headers: { 'content-type': 'application/octet-stream' },
      signal: AbortSignal.timeout(UPLOAD_PATIENCE_MS),
    });
    return response.ok
      ? { kind: 'done', body: null }
      : { kind: 'unreachable', why: `HTTP ${response.status}`, afterMs: null };
  } catch (error) {
    return { kind: 'unreachable', why: error instanceof Error ? error.name : 'no answer', afterMs: null };
  }
}

/**
 * Uploads a file and shares it in a chat, in the platform's three steps:
 * https://docs.slack.dev/messaging/working-with-files#upload. A person's own id stands for their direct chat.
 */
export async function sendFile(
  { api, root, fetch }: FileSender,
  { userId, thread }: SlackChat,
  { name, content }: OutgoingFile,
): Promise<ApiAnswer> {
  const given = await api.call('files.getUploadURLExternal', { filename: name, length: content.length });
  if (given.kind !== 'done') return given;
  const place = placeSchema.safeParse(given.body);
  // What the desk hands over goes to the platform's own hosts and nowhere else.
  if (!place.success || !isTrusted(new URL(place.data.upload_url), root)) {
    return { kind: 'unreachable', why: 'an answer of unknown shape', afterMs: null };
  }
  const put = await putBytes(fetch, place.data.upload_url, content);
  if (put.kind !== 'done') return put;
  return api.call('files.completeUploadExternal', {
    files: [{ id: place.data.file_id, title: name }],
    ...(thread ? { channel_id: thread.channelId, thread_ts: thread.ts } : { channels: userId }),
  });
}
