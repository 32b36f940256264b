import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { type Counters, createLocalCounters } from '../../src/channel/counters.ts';
import type { Desk, ReceiveFile } from '../../src/channel/desk.ts';
import type { Hook } from '../../src/channel/hook.ts';
import { say } from '../../src/messages.ts';
import { addChatRoutes } from './chat-routes.ts';
import { createServer, type ServerOptions } from './create-server.ts';
import { parseJsonBytes } from './inbound.ts';
import { createRateGuard, type RateLimits } from './limit-rate.ts';
import { mountHooks } from './mount-hooks.ts';
import { mountLater } from './mount-later.ts';
import { createEventStreams } from './outbound.ts';
import { type ConsoleOptions, serveConsole } from './serve-console.ts';
import { type PageOptions, servePage } from './serve-page.ts';

export interface WebOptions extends ServerOptions {
  readonly desk: Desk;
  /** Takes files people upload; left out: none is taken. */
  readonly receiveFile?: ReceiveFile | undefined;
  readonly page: PageOptions;
  /** Milliseconds since 1970; only the rate limit looks at it. */
  readonly now: () => number;
  readonly limits?: RateLimits;
  /** Where calls are counted. Default: in this process alone. */
  readonly counters?: Counters | undefined;
  /** Whether messages can be handled now; answers /readyz. */
  readonly isReady?: () => boolean;
  /** Places of others on this server: platforms' webhooks, the metrics. */
  readonly hooks?: readonly Hook[];
  /** true serves nothing but health and hooks: a process that only works. Default false. */
  readonly hooksOnly?: boolean | undefined;
  /** The staff's console, served below `/desk`. */
  readonly console?: ConsoleOptions;
  /** Loads what staff can do, served below `/desk/api`. */
  readonly deskApi?: () => Promise<FastifyPluginAsync>;
}

/** The web channel as a fastify app: test it with `inject`, or give it to `createWebAdapter` to listen. */
export function createWebApp(options: WebOptions): FastifyInstance {
  const { desk, messages, page, now, counters = createLocalCounters() } = options;
  const words = { sources: say(messages, 'zh-CN', 'http.sources') };
  const streams = createEventStreams(desk, words);
  let stopping = false;

  const app = createServer(options);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBytes(typeof body === 'string' ? Buffer.from(body) : body));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('onRequest', async (request, reply) => {
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
  mountHooks(app, options.hooks ?? [], { now, counters });
  if (options.hooksOnly) return app;
  addChatRoutes(app, {
    desk,
    receiveFile: options.receiveFile,
    words,
    streams,
    guard: createRateGuard(now, options.limits, counters),
  });
  if (options.deskApi) {
    mountLater(app, { prefix: '/desk/api', load: options.deskApi, createServer: () => createServer(options) });
  }
  if (options.console) serveConsole(app, options.console);
  servePage(app, page);
  return app;
}
