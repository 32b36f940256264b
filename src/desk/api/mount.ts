import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Executor } from '../../store/index.ts';
import { renewSession } from '../identity/index.ts';
import { ACTIONS, type Action } from '../rights/index.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { type FileAnswer, fileSchema, sendFile } from './file-answer.ts';
import { actorOf, checkParty, checkToken, decide, identify, ON_NOTHING, recordRefusal, type Visit } from './guard.ts';
import { ApiRefusal } from './refusal.ts';
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

type AnyCall = Call<unknown, unknown, unknown, unknown>;

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

/** Runs one call: the look-up, the decision and the act stand in one transaction. */
async function run(
  endpoint: Endpoint,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
  services: DeskServices,
): Promise<unknown> {
  const { actor, session } = visit;
  const after: (() => void)[] = [];
  const act = async (executor: Executor) => {
    // A transaction others got in the way of runs again from here.
    after.length = 0;
    const found = endpoint.find ? await endpoint.find(executor, request.params as never, actor) : ON_NOTHING;
    const decision = decide(actor, endpoint.action, found);
    if (decision !== 'granted' || !found) return { decision };
    const call: AnyCall = {
      actor,
      session,
      params: request.params,
      query: request.query,
      body: request.body,
      thing: found.thing,
      executor,
      services,
      now: services.now(),
      address: request.ip,
      afterCommit: (work) => after.push(work),
      setSession: (id) => (id === null ? clearSessionCookie(request, reply) : setSessionCookie(request, reply, id)),
    };
    return { decision, result: await endpoint.handle(call as never) };
  };
  const plain = endpoint.method === 'GET' || endpoint.ownTransactions;
  const { decision, result } = await (plain ? act(services.store) : services.store.transaction(act));
  if (decision === 'forbidden') await recordRefusal(actor, endpoint.action, services);
  if (decision !== 'granted') throw new ApiRefusal(decision);
  for (const work of after) work();
  if (endpoint.response === fileSchema) return sendFile(reply, result as FileAnswer);
  return endpoint.view ? endpoint.view(actor).parse(result) : result;
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
