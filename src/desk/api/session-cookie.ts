import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLoopbackName } from './check-origin.ts';
import { ApiRefusal } from './refusal.ts';

/** Over https. The prefix makes the browser refuse it from a subdomain, over http, or for part of the site. */
const SECURE_NAME = '__Host-desk';
/** Over plain http on this machine only, where some browsers keep no `Secure` cookie. */
const LOCAL_NAME = 'desk-local';

const nameFor = (request: FastifyRequest) => (request.protocol === 'https' ? SECURE_NAME : LOCAL_NAME);

export function readSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[nameFor(request)];
}

/**
 * Sets the session's cookie.
 * @throws ApiRefusal https_needed when it would travel over a network in the clear
 */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, id: string): void {
  checkTransport(request);
  const secure = request.protocol === 'https';
  reply.setCookie(nameFor(request), id, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  const secure = request.protocol === 'https';
  reply.clearCookie(nameFor(request), { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

/** @throws ApiRefusal https_needed when credentials would travel over a network in the clear */
export function checkTransport(request: FastifyRequest): void {
  if (request.protocol !== 'https' && !isLoopbackName(request.hostname)) throw new ApiRefusal('https_needed');
}
