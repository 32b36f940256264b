import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Counters } from '../../src/channel/counters.ts';
import type { Hook } from '../../src/channel/hook.ts';
import { createAddressGuard } from './limit-rate.ts';
import { RefusedCall } from './refusal.ts';

/** Bytes. No platform delivers more at once; adapters set lower limits of their own. */
const BODY_LIMIT = 1024 * 1024;

function toRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  }
  // Only path and query matter: what stands before this server may have changed host and scheme.
  const url = new URL(request.raw.url ?? '/', 'http://localhost');
  const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? new Uint8Array(request.body) : null;
  return new Request(url, { method: request.method, headers, ...(request.method === 'POST' ? { body } : {}) });
}

async function send(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  for (const [name, value] of response.headers) reply.header(name, value);
  return reply.code(response.status).send(Buffer.from(await response.arrayBuffer()));
}

/** What a call too many is answered; anything else that went wrong goes on. */
async function refuseIn(hook: Hook, request: FastifyRequest, error: unknown): Promise<Response> {
  if (!hook.tooMany || !(error instanceof RefusedCall) || error.refusal !== 'too_many') throw error;
  const { retryAfter = 0 } = error;
  const response = await hook.tooMany(toRequest(request), retryAfter);
  response.headers.set('retry-after', String(retryAfter));
  return response;
}

/** Mounts hooks with their bodies as raw bytes: signatures are made over bytes, not over what a parser makes of them. */
export function mountHooks(
  app: FastifyInstance,
  hooks: readonly Hook[],
  { now, counters }: { readonly now: () => number; readonly counters: Counters },
): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    for (const hook of hooks) {
      const { path, perMinute } = hook;
      const guard = perMinute === undefined ? undefined : createAddressGuard(now, { path, perMinute, counters });
      scope.route({
        method: ['GET', 'HEAD', 'POST'],
        url: hook.path,
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          const refused = await guard?.(request.ip).then(
            () => undefined,
            (error: unknown) => refuseIn(hook, request, error),
          );
          return send(refused ?? (await hook.handle(toRequest(request))), reply);
        },
      });
    }
  });
}
