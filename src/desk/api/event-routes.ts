import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createChangeFeed, createEventStreams } from '../events/index.ts';
import type { Action } from '../rights/index.ts';
import { checkParty, identify } from './guard.ts';
import { ApiRefusal } from './refusal.ts';
import type { DeskServices } from './services.ts';

const ACTION: Action = 'events.follow';

/** A stream carries no token, so the browser itself must say that it is the desk's own page that asks. */
function checkOwnPage({ headers }: FastifyRequest): void {
  if (headers['sec-fetch-site'] !== 'same-origin' && headers.origin === undefined) throw new ApiRefusal('bad_origin');
}

/** `GET /events`: what changed of all that one may see, as server-sent events. */
export function addEvents(app: FastifyInstance, services: DeskServices): void {
  const feed = createChangeFeed(services);
  const streams = createEventStreams({ ...services, feed });
  app.addHook('preClose', async () => streams.close());
  app.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET') feed.nudge();
  });

  async function follow(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const visit = await identify(request, services);
    await checkParty(visit, ACTION, services);
    checkOwnPage(request);
    const { session, actor } = visit;
    if (!session) throw new ApiRefusal('unauthenticated');
    reply.hijack();
    reply.raw.writeHead(200, {
      ...Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)])),
      'content-type': 'text/event-stream; charset=utf-8',
      // A stream's connection ends with it: kept alive, it would hold a stopping server.
      connection: 'close',
      // Tells nginx not to hold events back.
      'x-accel-buffering': 'no',
    });
    const lastEventId = request.headers['last-event-id'];
    await streams.open(reply.raw, {
      actor,
      sessionHash: session.idHash,
      rightsVersion: session.staff.rightsVersion,
      lastEventId: typeof lastEventId === 'string' ? lastEventId : undefined,
    });
  }

  app.get('/events', { config: { action: ACTION }, schema: { hide: true }, exposeHeadRoute: false }, follow);
}
