import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../../store/index.ts';
import { enterBySignOn, readFlow, type SignOnFlow, type SingleSignOn } from '../identity/index.ts';
import type { KnownNames } from './check-origin.ts';
import type { DeskServices } from './services.ts';
import { checkTransport, setSessionCookie } from './session-cookie.ts';

const PLACE = { table: 'sign_on_flow', column: 'cookie', key: [] };
const CALLBACK = '/desk/api/sso/callback';
/** Fixed: where somebody goes on must not be for others to choose. */
const DESK = '/desk/';
const FAILED = '/desk/#sign-in-failed';

const cookieFor = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-desk-sso' : 'desk-sso-local');

/** Lax: it has to come along when the service sends the browser back. */
const optionsFor = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const;

function openFlow({ sealer }: Store, cookie: string | undefined): SignOnFlow | undefined {
  if (cookie === undefined) return undefined;
  try {
    return readFlow(sealer.open(PLACE, Buffer.from(cookie, 'base64url')));
  } catch {
    return undefined;
  }
}

export interface SignOnOptions extends DeskServices, KnownNames {
  readonly singleSignOn: SingleSignOn;
}

/** `GET /sso` sends the browser to the house's sign-in service, `GET /sso/callback` takes it back. */
export function addSingleSignOn(app: FastifyInstance, options: SignOnOptions): void {
  const { store, singleSignOn, publicUrl, now } = options;
  const callbackOf = (request: FastifyRequest) =>
    new URL(CALLBACK, publicUrl ?? `${request.protocol}://${request.host}`);

  async function begin(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    checkTransport(request);
    const { url, flow } = await singleSignOn.begin(callbackOf(request).href, now());
    const sealed = Buffer.from(store.sealer.seal(PLACE, JSON.stringify(flow))).toString('base64url');
    return reply.setCookie(cookieFor(request), sealed, optionsFor(request)).redirect(url);
  }

  async function finish(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    checkTransport(request);
    reply.clearCookie(cookieFor(request), optionsFor(request));
    const flow = openFlow(store, request.cookies[cookieFor(request)]);
    const answer = callbackOf(request);
    answer.search = new URL(request.url, 'http://localhost').search;
    const subject = flow && (await singleSignOn.finish(answer, flow, now()));
    const world = { ...options, now: now(), address: request.ip };
    const entered = await enterBySignOn(world, subject);
    if (entered?.kind !== 'entered') return reply.redirect(FAILED);
    setSessionCookie(request, reply, entered.sessionId);
    return reply.redirect(DESK);
  }

  const config = { action: 'session.start' } as const;
  app.get('/sso', { config, schema: { hide: true }, exposeHeadRoute: false }, begin);
  app.get(
    '/sso/callback',
    { config: { ...config, fromElsewhere: true }, schema: { hide: true }, exposeHeadRoute: false },
    finish,
  );
}
