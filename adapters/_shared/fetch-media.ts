import type { PlatformServices } from '../../src/channel/adapter.ts';
import { DeskError } from '../../src/errors.ts';
import type { ApiAnswer, ErrcodeApi } from './errcode-api.ts';
import { readBody } from './read-body.ts';

/** Long enough for 10 MB on a slow line. */
const PATIENCE_MS = 60_000;

export interface FetchMediaOptions {
  readonly root: string;
  readonly api: ErrcodeApi;
  readonly services: PlatformServices;
}

/**
 * Bytes of a temporary file (`/cgi-bin/media/get`, the same on both platforms), which are kept for three days.
 * An answer in JSON is an error: the file is gone or was never there.
 * @throws DeskError TURN_FAILED when the platform does not answer now
 */
export async function fetchMedia(
  { root, api, services }: FetchMediaOptions,
  mediaId: string,
  most: number,
): Promise<Uint8Array | 'too_large' | 'gone'> {
  let bytes: Uint8Array | 'too_large' | undefined;
  const download = async (token: string): Promise<ApiAnswer> => {
    const address = new URL('/cgi-bin/media/get', root);
    address.searchParams.set('access_token', token);
    address.searchParams.set('media_id', mediaId);
    const response = await services.fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok) return { kind: 'unreachable', why: `HTTP ${response.status}`, afterMs: null };
    const type = response.headers.get('content-type') ?? '';
    if (/json|text\/plain/u.test(type)) {
      const answer: unknown = await response.json();
      const errcode =
        typeof answer === 'object' && answer !== null && 'errcode' in answer ? Number(answer.errcode) : -1;
      return { kind: 'refused', errcode };
    }
    bytes = await readBody(response, most);
    return { kind: 'done', body: {} };
  };
  const answer = await api.withToken(download);
  if (answer.kind === 'unreachable') throw new DeskError('TURN_FAILED', `a file could not be fetched: ${answer.why}`);
  return bytes ?? 'gone';
}
