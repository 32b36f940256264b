import { z } from 'zod';

/** A call that takes longer is given up; whether it was carried out is then unknown. */
const PATIENCE_MS = 10_000;

/** Error as the platform describes it: https://core.telegram.org/bots/api#responseparameters */
const refusalSchema = z.object({
  error_code: z.number().int(),
  description: z.string().default(''),
  parameters: z
    .object({ retry_after: z.number().nonnegative().optional(), migrate_to_chat_id: z.number().int().optional() })
    .default({}),
});
export type Refusal = z.infer<typeof refusalSchema>;

export type ApiAnswer =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No answer that can be read: the network, or a fault of the platform's. */
  | { readonly kind: 'unreachable'; readonly why: string };

/** The Bot API. All the adapter asks of its transport, so that another client can take telegraf's place. */
export interface TelegramApi {
  /** Calls a method. Never throws. `signal` replaces the usual patience of ten seconds. */
  readonly call: (method: string, payload: object, signal?: AbortSignal) => Promise<ApiAnswer>;
}

function readFailure(error: unknown): ApiAnswer {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  const refusal = refusalSchema.safeParse(response);
  if (refusal.success && refusal.data.error_code < 500) return { kind: 'refused', refusal: refusal.data };
  // Never the message: it may hold the address, and the address holds the token.
  const name = error instanceof Error ? error.name : 'no answer';
  return { kind: 'unreachable', why: refusal.success ? `HTTP ${refusal.data.error_code}` : name };
}

/** Telegraf's client and nothing else of it: no contexts, no sessions, no polling of its own. */
export async function connectApi(token: string, root: string): Promise<TelegramApi> {
  const { Telegram } = await import('telegraf');
  const client = new Telegram(token, { apiRoot: root, webhookReply: false });
  // Its types name each method's payload; ours are written by `render.ts` and held to the protocol by the fake.
  const call = client.callApi.bind(client) as unknown as (
    method: string,
    payload: object,
    options: { signal: AbortSignal },
  ) => Promise<unknown>;
  return {
    async call(method, payload, signal = AbortSignal.timeout(PATIENCE_MS)) {
      try {
        return { kind: 'done', result: await call(method, payload, { signal }) };
      } catch (error) {
        return readFailure(error);
      }
    },
  };
}
