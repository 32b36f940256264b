import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DeskError, type ErrorCode } from '../../src/errors.ts';
import { type Locale, type Messages, say } from '../../src/messages.ts';
import { REFUSALS, type Refusal, RefusedCall } from './refusal.ts';

const BY_FASTIFY_CODE: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not_json_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'not_json',
};

const BY_DESK_CODE: Readonly<Partial<Record<ErrorCode, Refusal>>> = {
  INPUT_INVALID: 'bad_request',
  NOT_FOUND: 'not_found',
  TOO_MANY: 'too_many',
  STOPPING: 'stopping',
  OVERLOADED: 'overloaded',
};
/** Seconds: a restart takes about as long. */
const RETRY_AFTER: Partial<Record<Refusal, number>> = { stopping: 2, overloaded: 5, too_many: 30 };

/** Chinese unless the caller's first language that we speak is English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  for (const range of (acceptLanguage ?? '').toLowerCase().split(',')) {
    if (range.trim().startsWith('zh')) return 'zh-CN';
    if (range.trim().startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

function nameRefusal(error: FastifyError | DeskError | RefusedCall): Refusal {
  if (error instanceof RefusedCall) return error.refusal;
  if (error instanceof DeskError) return BY_DESK_CODE[error.code] ?? 'failed';
  const known = BY_FASTIFY_CODE[error.code];
  if (known !== undefined) return known;
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? 'bad_request' : 'failed';
}

/** Answers `{error: {code, message, hint}}` in the caller's language. Nothing the caller sent is echoed. */
export function refuse(
  messages: Messages,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
): FastifyReply {
  const locale = localeOf(request.headers['accept-language']);
  return reply.code(REFUSALS[refusal]).send({
    error: {
      code: refusal,
      message: say(messages, locale, `http.${refusal}`),
      hint: say(messages, locale, `http.${refusal}_hint`),
    },
  });
}

/** The error handler of the app: expected refusals quietly, anything else logged and told as `failed`. */
export function createErrorHandler(messages: Messages) {
  return function handleError(
    error: FastifyError | DeskError | RefusedCall,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const refusal = nameRefusal(error);
    if (refusal === 'failed') request.log.error({ err: error }, 'a call failed');
    const retryAfter = (error instanceof RefusedCall ? error.retryAfter : undefined) ?? RETRY_AFTER[refusal];
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    return refuse(messages, request, reply, refusal);
  };
}
