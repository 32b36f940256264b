import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Counters } from '../../src/channel/counters.ts';
import type { Hook } from '../../src/channel/hook.ts';
import { createAddressGuard } from './limit-rate.ts';

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

async function answer(hook: Hook, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const response = await hook.handle(toRequest(request));
  for (const [name, value] of response.headers) reply.header(name, value);
  return reply.code(response.status).send(Buffer.from(await response.arrayBuffer()));
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
        method: ['GET', 'POST'],
        url: hook.path,
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          await guard?.(request.ip);
          return answer(hook, request, reply);
        },
      });
    }
  });
}
