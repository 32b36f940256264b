import type { Logger } from '@slack/bolt';
import type { PlatformServices } from '../../src/channel/adapter.ts';

/** A call that takes longer is given up; whether it was carried out is then unknown. */
const PATIENCE_MS = 10_000;

export type ApiAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  /** The platform said no, with its word for why. */
  | { readonly kind: 'refused'; readonly error: string }
  /** No answer that can be read. `afterMs` when the platform said how long to wait. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly afterMs: number | null };

/** The Web API. Never throws. */
export interface SlackApi {
  readonly call: (method: string, body: Readonly<Record<string, unknown>>) => Promise<ApiAnswer>;
}

/** The SDKs' own log lines hold what people say: only that there was trouble is passed on. */
export function createQuietLogger(log: PlatformServices['log']): Logger {
  return {
    debug() {},
    info() {},
    warn() {},
    error: () => log('slack_sdk_trouble'),
    setLevel() {},
    getLevel: () => 'error' as ReturnType<Logger['getLevel']>,
    setName() {},
  };
}

/** The platform's own client, without its retries and queues: those are the outbox's. */
export async function connectApi(token: string, root: string, { fetch, log }: PlatformServices): Promise<SlackApi> {
  const { WebClient, WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } = await import('@slack/web-api');
  const client = new WebClient(token, {
    slackApiUrl: root,
    fetch,
    timeout: PATIENCE_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: createQuietLogger(log),
  });
  function readFailure(error: unknown): ApiAnswer {
    if (error instanceof WebAPIPlatformError) return { kind: 'refused', error: error.data.error };
    if (error instanceof WebAPIRateLimitedError) {
      return { kind: 'unreachable', why: 'too many calls', afterMs: error.retryAfter * 1000 };
    }
    const why =
      error instanceof WebAPIHTTPError ? `HTTP ${error.statusCode}` : error instanceof Error ? error.name : '';
    return { kind: 'unreachable', why, afterMs: null };
  }
  return {
    async call(method, body) {
      try {
        return { kind: 'done', body: await client.apiCall(method, { ...body }) };
      } catch (error) {
        return readFailure(error);
      }
    },
  };
}
