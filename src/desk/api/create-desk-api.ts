import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import type { FastifyPluginAsync } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Counters } from '../../channel/counters.ts';
import { normaliseAddress, type SingleSignOn } from '../identity/index.ts';
import { checkOrigin, type KnownNames } from './check-origin.ts';
import { ENDPOINTS } from './endpoints.ts';
import { addEvents } from './event-routes.ts';
import { makeLimitStore } from './limit-store.ts';
import { mountEndpoint, requireAction } from './mount.ts';
import { ApiRefusal } from './refusal.ts';
import type { DeskServices } from './services.ts';
import { addSingleSignOn } from './single-sign-on-routes.ts';
import { createRefusalWriter } from './write-refusal.ts';

/** Bytes of a body. A long reply with everything around it stays well below. */
const BODY_LIMIT = 256 * 1024;
/** Calls a minute from one address: a whole office of agents may share one. */
const PER_ADDRESS = 6000;
const WINDOW_MS = 60_000;
/** Nothing of an answer may be framed, run or kept. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
} as const;

export interface DeskApiOptions extends DeskServices, KnownNames {
  /** Calls a minute from one address. */
  readonly perAddress?: number;
  /** Where they are counted. Default: in this process alone. */
  readonly counters?: Counters | undefined;
  /** The house's own sign-in service. Without one `/sso` does not exist. */
  readonly singleSignOn?: SingleSignOn | undefined;
}

/**
 * Everything staff can do over HTTP, as a plugin for the web server: register it under `/desk/api`.
 * @throws Error at start when a route declares no action of the matrix
 */
export function createDeskApi(options: DeskApiOptions): FastifyPluginAsync {
  return async (app) => {
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    app.setErrorHandler(createRefusalWriter(options.messages));
    app.setNotFoundHandler(() => {
      throw new ApiRefusal('not_found');
    });
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      app.getDefaultJsonParser('error', 'error'),
    );
    app.addHook('onRoute', (route) => requireAction(route.url, route.config?.action));
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(HEADERS);
      checkOrigin(request, options);
    });
    await app.register(cookie);
    await app.register(rateLimit, {
      max: options.perAddress ?? PER_ADDRESS,
      timeWindow: WINDOW_MS,
      ...(options.counters && { store: makeLimitStore(options.counters, options.now) }),
      keyGenerator: (request) => normaliseAddress(request.ip),
    });
    await app.register(swagger, {
      openapi: { openapi: '3.1.0', info: { title: 'Disclosure Desk', version: '1' } },
      transform: jsonSchemaTransform,
    });
    for (const endpoint of ENDPOINTS) mountEndpoint(app, endpoint, options);
    addEvents(app, options);
    const { singleSignOn } = options;
    if (singleSignOn) addSingleSignOn(app, { ...options, singleSignOn });
    app.get(
      '/openapi.json',
      { config: { action: 'api.describe' }, schema: { hide: true }, exposeHeadRoute: false },
      async (_request, reply) => reply.send(app.swagger()),
    );
  };
}
