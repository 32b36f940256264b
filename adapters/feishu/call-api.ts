import { z } from 'zod';
import type { FeishuClient } from './client.ts';
import { answerSchema } from './schema.ts';

export type ApiAnswer =
  | { readonly kind: 'done'; readonly body: unknown }
  /** The platform said no, with its number for why. */
  | { readonly kind: 'refused'; readonly code: number; readonly afterMs: number | null }
  /** No answer that can be read. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly afterMs: number | null };

/** What the SDK's calls throw when the platform answers with an error. */
const failureSchema = z.object({
  response: z.object({
    status: z.number(),
    headers: z
      .object({ 'x-ogw-ratelimit-reset': z.string().optional(), 'retry-after': z.string().optional() })
      .catch({}),
    data: z.unknown(),
  }),
});

/** The token is missing, unknown or has ended: another one is worth a try. */
const TOKEN_REFUSED = new Set([99991661, 99991663, 99991664, 99991665, 99991671]);

type Headers = z.infer<typeof failureSchema>['response']['headers'];

/** Seconds to wait: https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control */
function readWait(headers: Headers): number | null {
  const seconds = Number(headers['x-ogw-ratelimit-reset'] ?? headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null;
}

function readFailure(error: unknown): ApiAnswer {
  const failure = failureSchema.safeParse(error);
  // Never the error's own words: they may hold the address and what was sent.
  if (!failure.success) {
    return { kind: 'unreachable', why: error instanceof Error ? error.name : 'no answer', afterMs: null };
  }
  const { status, headers, data } = failure.data.response;
  const answer = answerSchema.safeParse(data);
  const afterMs = readWait(headers);
  if (!answer.success || status >= 500) return { kind: 'unreachable', why: `HTTP ${status}`, afterMs };
  return { kind: 'refused', code: answer.data.code, afterMs };
}

async function callOnce(call: () => Promise<unknown>): Promise<ApiAnswer> {
  try {
    const body = await call();
    const answer = answerSchema.safeParse(body);
    if (!answer.success) return { kind: 'unreachable', why: 'an answer of unknown shape', afterMs: null };
    return answer.data.code === 0 ? { kind: 'done', body } : { kind: 'refused', code: answer.data.code, afterMs: null };
  } catch (error) {
    return readFailure(error);
  }
}

/** Makes a call of the SDK, and once more with another token when it comes back refused for it. Never throws. */
export async function callApi({ forgetToken }: FeishuClient, call: () => Promise<unknown>): Promise<ApiAnswer> {
  const answer = await callOnce(call);
  if (answer.kind !== 'refused' || !TOKEN_REFUSED.has(answer.code)) return answer;
  forgetToken();
  return callOnce(call);
}
