import { z } from 'zod';
import type { PlatformServices } from '../../src/channel/adapter.ts';
import type { AccessToken } from '../../src/channel/token-store.ts';
import { createTokenKeeper, openTokenStore } from './token-keeper.ts';

/** How WeChat and WeCom answer a call: HTTP 200 with `errcode`, 0 or absent when it went well. */
const answerSchema = z.looseObject({ errcode: z.number().int().default(0) });
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** A call that takes longer is given up; whether it was carried out is then unknown. */
const PATIENCE_MS = 10_000;
/** The same for a file. */
const UPLOAD_PATIENCE_MS = 20_000;
/** The token is wrong, unknown or has ended: another one is worth a try. */
const TOKEN_REFUSED = new Set([40001, 40014, 42001]);

export type ApiAnswer =
  | { readonly kind: 'done'; readonly body: Readonly<Record<string, unknown>> }
  /** The platform said no, with its number for why. */
  | { readonly kind: 'refused'; readonly errcode: number }
  /** No answer that can be read. `afterMs` when the platform said how long to wait. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly afterMs: number | null };

export interface UploadFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface ErrcodeApi {
  /** Posts JSON to a path below the API root. A token that is refused is renewed once. Never throws. */
  readonly post: (path: string, body: unknown) => Promise<ApiAnswer>;
  /** Posts a file as a form to a path below the API root, as `post` does with JSON. Never throws. */
  readonly upload: (path: string, file: UploadFile) => Promise<ApiAnswer>;
  /** Runs `call` with a token, and once more with another when it comes back refused for it. Never throws. */
  readonly withToken: (call: (token: string) => Promise<ApiAnswer>) => Promise<ApiAnswer>;
}

export interface ErrcodeApiOptions {
  readonly root: string;
  readonly services: PlatformServices;
  /** Names the account among all whose tokens are kept. */
  readonly account: string;
  /** Asks for a token; `ask` posts or gets without one. */
  readonly requestToken: (ask: AskToken, refused: string | undefined) => Promise<ApiAnswer>;
}

/** A call without a token: GET when `body` is absent. */
export type AskToken = (path: string, body?: unknown) => Promise<ApiAnswer>;

function readRetryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

async function readAnswer(response: Response): Promise<ApiAnswer> {
  if (!response.ok) {
    return { kind: 'unreachable', why: `HTTP ${response.status}`, afterMs: readRetryAfter(response) };
  }
  const parsed = answerSchema.safeParse(await response.json());
  if (!parsed.success) return { kind: 'unreachable', why: 'an answer of unknown shape', afterMs: null };
  const { errcode } = parsed.data;
  return errcode === 0 ? { kind: 'done', body: parsed.data } : { kind: 'refused', errcode };
}

/** Name of a failed call, without the address: it holds the token. */
function nameFailure(error: unknown): ApiAnswer {
  return { kind: 'unreachable', why: error instanceof Error ? error.name : 'no answer', afterMs: null };
}

/** No token, no call: the answer of the token call stands for the whole. */
class TokenUnavailable extends Error {
  readonly answer: ApiAnswer;

  constructor(answer: ApiAnswer) {
    super('no access token');
    this.name = 'TokenUnavailable';
    this.answer = answer;
  }
}

/** The HTTP API that WeChat and WeCom share in style: a token in the query, JSON bodies, errors as numbers. */
export function createErrcodeApi({ root, services, account, requestToken }: ErrcodeApiOptions): ErrcodeApi {
  async function call(address: URL, init: RequestInit, patience = PATIENCE_MS): Promise<ApiAnswer> {
    try {
      return await readAnswer(await services.fetch(address, { ...init, signal: AbortSignal.timeout(patience) }));
    } catch (error) {
      return nameFailure(error);
    }
  }

  const request = (address: URL, body: unknown): Promise<ApiAnswer> =>
    call(address, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });

  async function fetchToken(refused: string | undefined): Promise<AccessToken> {
    const answer = await requestToken((path, body) => request(new URL(path, root), body), refused);
    const token = answer.kind === 'done' ? tokenSchema.safeParse(answer.body) : undefined;
    if (!token?.success) {
      services.log('no_access_token', answer.kind === 'refused' ? { errcode: answer.errcode } : {});
      throw new TokenUnavailable(answer);
    }
    return { value: token.data.access_token, endsAt: services.now().getTime() + token.data.expires_in * 1000 };
  }

  const keeper = createTokenKeeper({ fetchToken, store: openTokenStore(services, account), now: services.now });
  const withToken: ErrcodeApi['withToken'] = async (work) => {
    try {
      const token = await keeper.get();
      const answer = await work(token);
      if (answer.kind !== 'refused' || !TOKEN_REFUSED.has(answer.errcode)) return answer;
      return await work(await keeper.renew(token));
    } catch (error) {
      if (!(error instanceof TokenUnavailable)) return nameFailure(error);
      const why = error.answer.kind === 'refused' ? `no access token (${error.answer.errcode})` : 'no access token';
      return { kind: 'unreachable', why, afterMs: null };
    }
  };

  const addressOf = (path: string, token: string) => {
    const address = new URL(path, root);
    address.searchParams.set('access_token', token);
    return address;
  };

  return {
    withToken,
    post: (path, body) => withToken((token) => request(addressOf(path, token), body)),
    upload: (path, { name, mediaType, content }) =>
      withToken((token) => {
        const form = new FormData();
        form.set('media', new Blob([Buffer.from(content)], { type: mediaType }), name);
        return call(addressOf(path, token), { method: 'POST', body: form }, UPLOAD_PATIENCE_MS);
      }),
  };
}
