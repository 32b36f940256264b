import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { renewSession } from '../identity/index.ts';
import { ACTIONS, type Action } from '../rights/index.ts';
import type { Endpoint } from './endpoint.ts';
import { type FileAnswer, fileSchema, sendFile } from './file-answer.ts';
import { actorOf, checkParty, checkToken, identify, type Visit } from './guard.ts';
import { perform } from './perform.ts';
import type { DeskServices } from './services.ts';
import { checkTransport, clearSessionCookie, setSessionCookie } from './session-cookie.ts';
import { refusalSchema } from './write-refusal.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The right this route needs. */
    action?: Action;
    /** Other sites send the browser here: the route itself checks that it was asked to. */
    fromElsewhere?: boolean;
  }
}

/** Refuses to start with a route nobody has thought about. Called for every route below `/desk/api`. */
export function requireAction(url: string, action: Action | undefined): void {
  if (action === undefined || !(action in ACTIONS))
    throw new Error(`the route ${url} declares no action of the matrix`);
}

/** Rights changed: the browser gets a new session id with the next answer. */
async function renew(request: FastifyRequest, reply: FastifyReply, visit: Visit, services: DeskServices) {
  const { session } = visit;
  if (!session?.outdated) return visit;
  const id = await services.store.transaction((executor) =>
    renewSession(executor, session, session.stage, services.random, services.now()),
  );
  if (id !== undefined) setSessionCookie(request, reply, id);
  return visit;
}

/** One call as it came over HTTP. */
async function run(
  endpoint: Endpoint,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
  services: DeskServices,
): Promise<unknown> {
  const { params, query, body, ip: address } = request;
  const setSession = (id: string | null) =>
    id === null ? clearSessionCookie(request, reply) : setSessionCookie(request, reply, id);
  const result = await perform(endpoint, { ...visit, params, query, body, address, setSession }, services);
  if (endpoint.response === fileSchema) return sendFile(reply, result as FileAnswer);
  return endpoint.view ? endpoint.view(visit.actor).parse(result) : result;
}

/** Makes a route of an endpoint, with every guard before it. */
export function mountEndpoint(app: FastifyInstance, endpoint: Endpoint, services: DeskServices): void {
  const visits = new WeakMap<FastifyRequest, Visit>();
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { action: endpoint.action },
    exposeHeadRoute: false,
    ...(endpoint.bodyLimit === undefined ? {} : { bodyLimit: endpoint.bodyLimit }),
    schema: {
      summary: endpoint.summary,
      tags: [endpoint.action.split('.')[0] ?? ''],
      ...(endpoint.params ? { params: endpoint.params } : {}),
      ...(endpoint.query ? { querystring: endpoint.query } : {}),
      ...(endpoint.body ? { body: endpoint.body } : {}),
      response: { 200: endpoint.response, '4xx': refusalSchema },
    },
    // Before the body is looked at: who may not ask learns nothing about what would have been right.
    preValidation: async (request, reply) => {
      const visit = endpoint.withoutSession
        ? { session: undefined, actor: actorOf(undefined) }
        : await renew(request, reply, await identify(request, services), services);
      visits.set(request, visit);
      await checkParty(visit, endpoint.action, services);
      if (endpoint.withoutSession) checkTransport(request);
      else if (endpoint.method !== 'GET') checkToken(request, visit, services);
    },
    handler: async (request, reply) => {
      const visit = visits.get(request);
      if (!visit) throw new Error('a call came past its guard');
      return run(endpoint, visit, request, reply, services);
    },
  });
}
