import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DeskError, type ErrorCode } from '../../errors.ts';
import { type Locale, type Messages, say } from '../../messages.ts';
import { ApiRefusal, REFUSALS, type Refusal } from './refusal.ts';

/** The shape of every refusal. */
export const refusalSchema = z.object({
  error: z.object({
    code: z.enum(Object.keys(REFUSALS) as [Refusal, ...Refusal[]]),
    message: z.string(),
    hint: z.string(),
    /** Which fields do not hold; only with `bad_input`. */
    fields: z.array(z.string()).optional(),
  }),
});

const BY_FASTIFY_CODE: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'not_json',
};

const BY_DESK_CODE: Readonly<Partial<Record<ErrorCode, Refusal>>> = {
  INPUT_INVALID: 'bad_input',
  NOT_FOUND: 'not_found',
  TOO_MANY: 'too_many',
  CASE_CHANGED: 'changed',
  STOPPING: 'stopping',
  STORE_FAILED: 'stopping',
};

export function nameRefusal(error: Error | FastifyError): Refusal {
  if (error instanceof ApiRefusal) return error.refusal;
  if (error instanceof DeskError) return BY_DESK_CODE[error.code] ?? 'failed';

  const { code = '', statusCode } = error as Partial<FastifyError>;
  const known = BY_FASTIFY_CODE[code];
  if (known !== undefined) return known;
  if (statusCode === 429) return 'too_many';
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'bad_input' : 'failed';
}

/** Names of the fields that do not hold, never what was in them. */
function nameFields(error: unknown): string[] | undefined {
  if (!hasZodFastifySchemaValidationErrors(error)) return undefined;
  const names = error.validation.map((issue) => issue.instancePath.slice(1).replaceAll('/', '.'));
  return [...new Set(names.filter(Boolean))];
}

/** Chinese unless the caller's first language that we speak is English. */
function localeOf(request: FastifyRequest): Locale {
  const first = (request.headers['accept-language'] ?? '').toLowerCase().match(/\b(zh|en)\b/u)?.[1];
  return first === 'en' ? 'en' : 'zh-CN';
}

function valuesOf(error: unknown, locale: Locale): Readonly<Record<string, string>> {
  if (!(error instanceof ApiRefusal)) return {};
  return error.why ? { ...error.values, why: error.why[locale] } : error.values;
}

/** The error handler of the desk's routes: refusals quietly, anything else logged and told as `failed`. */
export function createRefusalWriter(messages: Messages) {
  return function writeRefusal(
    error: FastifyError | DeskError | ApiRefusal,
    request: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const refusal = nameRefusal(error);
    if (refusal === 'failed') request.log.error({ err: error }, 'a desk call failed');
    if (error instanceof ApiRefusal && error.retryAfter !== undefined) {
      reply.header('retry-after', String(error.retryAfter));
    }
    const locale = localeOf(request);
    const values = valuesOf(error, locale);
    const fields = nameFields(error);
    return reply
      .code(REFUSALS[refusal])
      .type('application/json; charset=utf-8')
      .serializer((body: unknown) => JSON.stringify(body))
      .send({
        error: {
          code: refusal,
          message: say(messages, locale, `desk.${refusal}`, values),
          hint: say(messages, locale, `desk.${refusal}_hint`, values),
          ...(fields?.length ? { fields } : {}),
        },
      });
  };
}
