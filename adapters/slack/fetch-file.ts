import { z } from 'zod';
import type { PlatformServices } from '../../src/channel/adapter.ts';
import { DeskError } from '../../src/errors.ts';
import { readBody } from '../_shared/read-body.ts';
import type { SlackApi } from './api.ts';

/** Long enough for 20 MB on a slow line. */
const PATIENCE_MS = 60_000;
const infoSchema = z.object({ file: z.object({ url_private: z.url(), size: z.number().int().default(0) }) });
const GONE = new Set(['file_not_found', 'file_deleted', 'not_visible', 'invalid_arguments']);

export interface FileSource {
  readonly api: SlackApi;
  readonly token: string;
  readonly root: string;
  readonly fetch: PlatformServices['fetch'];
}

const unavailable = (why: string) => new DeskError('TURN_FAILED', `a file could not be fetched: ${why}`);

/** Whether an address is the platform's own: tokens and files go nowhere else, whatever address a file is said to have. */
export function isTrusted({ protocol, host, hostname }: URL, root: string): boolean {
  const api = new URL(root);
  return host === api.host || (protocol === 'https:' && /(?:^|\.)slack\.com$/u.test(hostname));
}

/**
 * Bytes of a file a person sent (https://docs.slack.dev/reference/methods/files.info).
 * @throws DeskError TURN_FAILED when the platform does not answer now
 */
export async function fetchFile(
  { api, token, root, fetch }: FileSource,
  reference: string,
  most: number,
): Promise<Uint8Array | 'too_large' | 'gone'> {
  const answer = await api.call('files.info', { file: reference });
  if (answer.kind === 'unreachable') throw unavailable(answer.why);
  if (answer.kind === 'refused') {
    if (GONE.has(answer.error)) return 'gone';
    throw unavailable(answer.error);
  }
  const info = infoSchema.safeParse(answer.body);
  if (!info.success || !isTrusted(new URL(info.data.file.url_private), root)) return 'gone';
  if (info.data.file.size > most) return 'too_large';
  try {
    const response = await fetch(info.data.file.url_private, {
      headers: { authorization: `Bearer ${token}` },
      // Whoever may not read a file is sent to the page for signing in.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return await readBody(response, most);
    if (response.status < 500 && response.status !== 429) return 'gone';
    throw unavailable(`HTTP ${response.status}`);
  } catch (error) {
    throw error instanceof DeskError ? error : unavailable(error instanceof Error ? error.name : 'no answer');
  }
}
