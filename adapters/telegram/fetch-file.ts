import { z } from 'zod';
import type { PlatformServices } from '../../src/channel/adapter.ts';
import { DeskError } from '../../src/errors.ts';
import { readBody } from '../_shared/read-body.ts';
import type { TelegramApi } from './api.ts';

/** Long enough for 20 MB on a slow line. */
const PATIENCE_MS = 60_000;
const fileSchema = z.object({ file_path: z.string().min(1), file_size: z.number().int().default(0) });

export interface FileSource {
  readonly api: TelegramApi;
  readonly token: string;
  readonly root: string;
  readonly fetch: PlatformServices['fetch'];
}

const unavailable = (why: string) => new DeskError('TURN_FAILED', `a file could not be fetched: ${why}`);

/**
 * Bytes of a file a person sent: its address is asked for, holds for an hour, and is never passed on, as it has the
 * token in it (https://core.telegram.org/bots/api#getfile).
 * @throws DeskError TURN_FAILED when the platform does not answer now
 */
export async function fetchFile(
  { api, token, root, fetch }: FileSource,
  reference: string,
  most: number,
): Promise<Uint8Array | 'too_large' | 'gone'> {
  const answer = await api.call('getFile', { file_id: reference });
  if (answer.kind === 'unreachable') throw unavailable(answer.why);
  if (answer.kind === 'refused') {
    if (answer.refusal.error_code === 429) throw unavailable('too many calls');
    return /too big/iu.test(answer.refusal.description) ? 'too_large' : 'gone';
  }
  const file = fileSchema.safeParse(answer.result);
  if (!file.success) return 'gone';
  if (file.data.file_size > most) return 'too_large';
  try {
    const address = new URL(`/file/bot${token}/${file.data.file_path}`, root);
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok) return await readBody(response, most);
    if (response.status === 404) return 'gone';
    throw unavailable(`HTTP ${response.status}`);
  } catch (error) {
    throw error instanceof DeskError ? error : unavailable(error instanceof Error ? error.name : 'no answer');
  }
}
