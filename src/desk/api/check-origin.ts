import type { FastifyRequest } from 'fastify';
import { ApiRefusal } from './refusal.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isLoopbackName(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}

/** Under which names this desk answers. */
export interface KnownNames {
  /** Address people reach it at from elsewhere. */
  readonly publicUrl?: string | undefined;
}

/** A page elsewhere may point a name of its own at us; only the names we know are answered. */
function checkHost(request: FastifyRequest, { publicUrl }: KnownNames): void {
  if (isLoopbackName(request.hostname)) return;
  if (publicUrl !== undefined && new URL(publicUrl).host === request.host) return;
  throw new ApiRefusal('bad_host');
}

function isOwnOrigin(request: FastifyRequest, origin: string, { publicUrl }: KnownNames): boolean {
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return true;
  return origin === `${request.protocol}://${request.host}` && isLoopbackName(request.hostname);
}

/**
 * Refuses what another site makes a browser send. Every browser the desk supports says where a call comes from
 * (`Sec-Fetch-Site`, and `Origin` with every change); a change that says neither is refused as well.
 * @throws ApiRefusal bad_host, bad_origin
 */
export function checkOrigin(request: FastifyRequest, names: KnownNames): void {
  checkHost(request, names);
  // Sent back by the sign-in service; what it brings is checked against what was sent along.
  if (request.routeOptions.config.fromElsewhere) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ApiRefusal('bad_origin');
  if (origin !== undefined && !isOwnOrigin(request, origin, names)) throw new ApiRefusal('bad_origin');
  if (!SAFE.has(request.method) && origin === undefined && site !== 'same-origin') throw new ApiRefusal('bad_origin');
}
