import type { PlatformServices } from '../../src/channel/adapter.ts';
import { DeskError } from '../../src/errors.ts';
import { createMemoryTokenStore, createTokenKeeper } from '../_shared/token-keeper.ts';
import { refusalSchema, tokenSchema } from './schema.ts';
import type { DingtalkSettings } from './settings.ts';

/** A call that takes longer is given up; whether it was carried out is then unknown. */
const PATIENCE_MS = 10_000;
/** The token is wrong, unknown or has ended: another one is worth a try. */
const TOKEN_REFUSED = 'InvalidAuthentication';

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
export function createApi(settings: DingtalkSettings, { fetch, now, log }: PlatformServices): DingtalkApi {
  async function request(address: URL | string, body: unknown, token?: string): Promise<ApiAnswer> {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { 'x-acs-dingtalk-access-token': token }),
        },
        body: JSON.stringify(body),
        // Nothing of the platform's redirects; a session's address must not lead elsewhere.
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return await readAnswer(response);
    } catch (error) {
      return nameFailure(error);
    }
  }
  const atRoot = (path: string) => new URL(path, settings.DINGTALK_API_ROOT);

  const keeper = createTokenKeeper({
    store: createMemoryTokenStore(),
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

  return {
    async connect() {
      await keeper.get();
    },
    postTo: (address, body) => request(address, body),
    async post(path, body) {
      try {
        const token = await keeper.get();
        const answer = await request(atRoot(path), body, token);
        if (answer.kind !== 'refused' || answer.code !== TOKEN_REFUSED) return answer;
        return await request(atRoot(path), body, await keeper.renew(token));
      } catch {
        return { kind: 'unreachable', why: 'no access token', afterMs: null };
      }
    },
  };
}
