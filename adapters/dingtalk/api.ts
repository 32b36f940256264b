import type { PlatformServices } from '../../src/channel/adapter.ts';
import { DeskError } from '../../src/errors.ts';
import type { OutgoingFile } from '../_shared/outgoing-file.ts';
import { createTokenKeeper, openTokenStore } from '../_shared/token-keeper.ts';
import { mediaSchema, refusalSchema, tokenSchema } from './schema.ts';
import type { DingtalkSettings } from './settings.ts';

/** A call that takes longer is given up; whether it was carried out is then unknown. */
const PATIENCE_MS = 10_000;
/** The token is wrong, unknown or has ended: another one is worth a try. */
const TOKEN_REFUSED = 'InvalidAuthentication';
const UPLOAD_PATIENCE_MS = 20_000;
/** The same, in the numbers of the older half of the API, which takes files. */
const TOKEN_ERRCODES = new Set([88, 40001, 40014, 42001]);

export type ApiAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  /** The platform said no, with its word for why. */
  | { readonly kind: 'refused'; readonly code: string }
  /** No answer that can be read, or none now. `afterMs` when the platform said how long to wait. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly afterMs: number | null };

export interface DingtalkApi {
  /** Makes sure that the platform knows the application. @throws DeskError PLATFORM_AWAY */
  readonly connect: () => Promise<void>;
  /** Posts JSON to a path below the API root. A token that is refused is renewed once. Never throws. */
  readonly post: (path: string, body: unknown) => Promise<ApiAnswer>;
  /** Uploads a file and gives the id it goes by. Never throws. */
  readonly upload: (file: OutgoingFile) => Promise<ApiAnswer>;
  /** Posts JSON to an address that needs no token. Never throws. */
  readonly postTo: (address: string, body: unknown) => Promise<ApiAnswer>;
}

function readWait(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

async function readAnswer(response: Response): Promise<ApiAnswer> {
  const unreachable = { kind: 'unreachable', why: `HTTP ${response.status}`, afterMs: readWait(response) } as const;
  if (response.status >= 500 || response.status === 429) return unreachable;
  const body: unknown = await response.json();
  if (response.ok) return { kind: 'done', body };
  const refusal = refusalSchema.safeParse(body);
  return refusal.success ? { kind: 'refused', code: refusal.data.code } : unreachable;
}

/** Name of a failed call, without the address: a session's holds its secret. */
function nameFailure(error: unknown): ApiAnswer {
  return { kind: 'unreachable', why: error instanceof Error ? error.name : 'no answer', afterMs: null };
}

/** The HTTP API of the platform: https://open.dingtalk.com/document/orgapp/obtain-the-access_token-of-an-internal-app */
export function createApi(settings: DingtalkSettings, { fetch, now, log, tokens }: PlatformServices): DingtalkApi {
  async function call(address: URL | string, init: RequestInit, patience = PATIENCE_MS): Promise<ApiAnswer> {
    try {
      // Nothing of the platform's redirects; a session's address must not lead elsewhere.
      const always = { method: 'POST', redirect: 'error', signal: AbortSignal.timeout(patience) } as const;
      return await readAnswer(await fetch(address, { ...init, ...always }));
    } catch (error) {
      return nameFailure(error);
    }
  }

  const request = (address: URL | string, body: unknown, token?: string): Promise<ApiAnswer> =>
    call(address, {
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { 'x-acs-dingtalk-access-token': token }),
      },
      body: JSON.stringify(body),
    });
  const atRoot = (path: string) => new URL(path, settings.DINGTALK_API_ROOT);

  const keeper = createTokenKeeper({
    store: openTokenStore({ tokens }, `dingtalk ${settings.DINGTALK_CLIENT_ID}`),
    now,
    async fetchToken() {
      const credentials = { appKey: settings.DINGTALK_CLIENT_ID, appSecret: settings.DINGTALK_CLIENT_SECRET };
      const answer = await request(atRoot('/v1.0/oauth2/accessToken'), credentials);
      const token = tokenSchema.safeParse(answer.kind === 'done' ? answer.body : undefined);
      if (!token.success) {
        log('no_access_token', answer.kind === 'refused' ? { code: answer.code } : {});
        throw new DeskError('PLATFORM_AWAY', 'DingTalk does not answer, or refuses Client ID and Client Secret');
      }
      return { value: token.data.accessToken, endsAt: now().getTime() + token.data.expireIn * 1000 };
    },
  });

  /** https://open.dingtalk.com/document/orgapp/upload-media-files */
  async function uploadWith(token: string, { name, mediaType, picture, content }: OutgoingFile): Promise<ApiAnswer> {
    const address = new URL('/media/upload', settings.DINGTALK_SESSION_ROOT);
    address.search = String(new URLSearchParams({ access_token: token, type: picture ? 'image' : 'file' }));
    const form = new FormData();
    form.set('media', new Blob([Buffer.from(content)], { type: mediaType }), name);
    const answer = await call(address, { body: form }, UPLOAD_PATIENCE_MS);
    if (answer.kind !== 'done') return answer;
    const media = mediaSchema.safeParse(answer.body);
    if (!media.success) return { kind: 'unreachable', why: 'an answer of unknown shape', afterMs: null };
    const { errcode } = media.data;
    if (errcode === 0) return answer;
    return { kind: 'refused', code: TOKEN_ERRCODES.has(errcode) ? TOKEN_REFUSED : `upload.${errcode}` };
  }

  /** Runs a call with a token, and once more with another when it comes back refused for it. */
  async function withToken(work: (token: string) => Promise<ApiAnswer>): Promise<ApiAnswer> {
    try {
      const token = await keeper.get();
      const answer = await work(token);
      if (answer.kind !== 'refused' || answer.code !== TOKEN_REFUSED) return answer;
      return await work(await keeper.renew(token));
    } catch {
      return { kind: 'unreachable', why: 'no access token', afterMs: null };
    }
  }

  return {
    async connect() {
      await keeper.get();
    },
    postTo: (address, body) => request(address, body),
    post: (path, body) => withToken((token) => request(atRoot(path), body, token)),
    upload: (file) => withToken((token) => uploadWith(token, file)),
  };
}
