import { DeskError } from '../../src/errors.ts';
import { readBody } from '../_shared/read-body.ts';
import type { DingtalkApi } from './api.ts';
import { downloadSchema } from './schema.ts';

/** Long enough for 20 MB on a slow line. */
const PATIENCE_MS = 60_000;

export interface FetchFileOptions {
  readonly robotCode: string;
  readonly api: DingtalkApi;
  readonly fetch: typeof fetch;
}

function fail(why: string): never {
  throw new DeskError('TURN_FAILED', `a file could not be fetched: ${why}`);
}

/**
 * Bytes of what a person sent: the code that came with it gives an address for a while.
 * https://open.dingtalk.com/document/orgapp/download-the-file-content-of-the-robot-receiving-message
 * @throws DeskError TURN_FAILED when the platform does not answer now
 */
export async function fetchFile(
  { robotCode, api, fetch }: FetchFileOptions,
  downloadCode: string,
  most: number,
): Promise<Uint8Array | 'too_large' | 'gone'> {
  const answer = await api.post('/v1.0/robot/messageFiles/download', { downloadCode, robotCode });
  if (answer.kind === 'unreachable') return fail(answer.why);
  const found = downloadSchema.safeParse(answer.kind === 'done' ? answer.body : undefined);
  if (!found.success) return 'gone';
  const response = await fetch(found.data.downloadUrl, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status >= 500) return fail(`HTTP ${response.status}`);
  return response.ok ? readBody(response, most) : 'gone';
}
