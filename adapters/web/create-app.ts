import { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync, fastify, LogController } from 'fastify';
import type { Desk } from '../../src/channel/desk.ts';
import type { Hook } from '../../src/channel/hook.ts';
import { type Messages, say } from '../../src/messages.ts';
import { addChatRoutes } from './chat-routes.ts';
import { parseJsonBytes } from './inbound.ts';
import { createRateGuard, type RateLimits } from './limit-rate.ts';
import { mountHooks } from './mount-hooks.ts';
import { createEventStreams } from './outbound.ts';
import { createErrorHandler, refuse } from './refuse.ts';
import { COMMON_HEADERS } from './security-headers.ts';
import { type ConsoleOptions, serveConsole } from './serve-console.ts';
import { type PageOptions, servePage } from './serve-page.ts';

/** Bytes. Ten thousand characters fit even when each is written as a JSON escape. */
const BODY_LIMIT = 64 * 1024;

export interface WebOptions {
  readonly desk: Desk;
  readonly messages: Messages;
  readonly page: PageOptions;
  /** Milliseconds since 1970; only the rate limit looks at it. */
  readonly now: () => number;
  /** Without one nothing is logged. Conversation names are never logged: they are keys to conversations. */
  readonly logger?: FastifyBaseLogger;
  readonly limits?: RateLimits;
  /** Addresses of proxies before this server; only their X-Forwarded-For is believed. */
  readonly trustedProxies?: readonly string[];
  /** Whether messages can be handled now; answers /readyz. */
  readonly isReady?: () => boolean;
  /** Places of others on this server: platforms' webhooks, the metrics. */
  readonly hooks?: readonly Hook[];
  /** The staff's console, served below `/desk`. */
  readonly console?: ConsoleOptions;
  /** What staff can do, served below `/desk/api`. */
  readonly deskApi?: FastifyPluginAsync;
}

/** The web channel as a fastify app: test it with `inject`, or give it to `createWebAdapter` to listen. */
export function createWebApp(options: WebOptions): FastifyInstance {
  const { desk, messages, page } = options;
  const words = { sources: say(messages, 'zh-CN', 'http.sources') };
  const streams = createEventStreams(desk, words);
  let stopping = false;

  const app: FastifyInstance = fastify({
    ...(options.logger === undefined ? { logger: false } : { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, request, reply) => refuse(messages, request, reply, 'bad_request'),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBytes(typeof body === 'string' ? Buffer.from(body) : body));
    } catch (error) {
      done(error as Error);
    }
  });
  app.setErrorHandler(createErrorHandler(messages));
  app.setNotFoundHandler((request, reply) => refuse(messages, request, reply, 'not_found'));
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(COMMON_HEADERS);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  // Open event streams would hold the server forever; closing them first lets the rest finish.
  app.addHook('preClose', async () => {
    stopping = true;
    streams.closeAll();
  });

  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const ready = !stopping && (options.isReady?.() ?? true);
    return reply.code(ready ? 200 : 503).send({ ready });
  });
  addChatRoutes(app, { desk, words, streams, guard: createRateGuard(options.now, options.limits) });
  mountHooks(app, options.hooks ?? [], options.now);
  if (options.deskApi) app.register(options.deskApi, { prefix: '/desk/api' });
  if (options.console) serveConsole(app, options.console);
  servePage(app, page);
  return app;
}
