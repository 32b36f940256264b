import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { Messages } from '../../src/messages.ts';
import { createErrorHandler, refuse } from './refuse.ts';
import { COMMON_HEADERS } from './security-headers.ts';

/** Bytes. Ten thousand characters fit even when each is written as a JSON escape. */
const BODY_LIMIT = 64 * 1024;

function refuseSchema(): never {
  throw new Error('routes here have no JSON schemas: bodies are read by zod');
}

/** Fastify's own compilers of JSON schemas, which nobody here uses, take a tenth of a second and some megabytes to load. */
const NO_SCHEMAS = { buildValidator: refuseSchema, buildSerializer: refuseSchema };

export interface ServerOptions {
  readonly messages: Messages;
  /** Without one nothing is logged. Conversation names are never logged: they are keys to conversations. */
  readonly logger?: FastifyBaseLogger;
  /** Addresses of proxies before this server; only their X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[];
}

/** A server without a route: how it reads, refuses and heads its answers. */
export function createServer({ messages, logger, trustedProxies }: ServerOptions): FastifyInstance {
  const app: FastifyInstance = fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: trustedProxies?.length ? [...trustedProxies] : false,
    schemaController: { compilersFactory: NO_SCHEMAS },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, request, reply) => refuse(messages, request, reply, 'bad_request'),
  });
  app.removeAllContentTypeParsers();
  app.setErrorHandler(createErrorHandler(messages));
  app.setNotFoundHandler((request, reply) => refuse(messages, request, reply, 'not_found'));
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(COMMON_HEADERS);
  });
  return app;
}
