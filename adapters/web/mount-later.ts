import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export interface LatePart {
  /** Path below which it answers. */
  readonly prefix: string;
  /** Loads its code, at the first call below the prefix. */
  readonly load: () => Promise<FastifyPluginAsync>;
  /** The server it is registered on, with the ways of the one it is mounted in. */
  readonly createServer: () => FastifyInstance;
}

/** Mounts a part of the server that most processes are never asked for: until its first call it costs nothing. */
export function mountLater(app: FastifyInstance, { prefix, load, createServer }: LatePart): void {
  let opening: Promise<FastifyInstance> | undefined;

  async function open(): Promise<FastifyInstance> {
    const part = createServer();
    part.register(await load(), { prefix });
    await part.ready();
    return part;
  }

  function opened(): Promise<FastifyInstance> {
    opening ??= open().catch((error: unknown) => {
      // The next call tries again.
      opening = undefined;
      throw error;
    });
    return opening;
  }

  for (const url of [prefix, `${prefix}/*`]) {
    app.route({
      method: METHODS,
      url,
      exposeHeadRoute: false,
      // Before anything of the body is read: that is the part's own.
      onRequest: async (request, reply) => {
        const part = await opened();
        reply.hijack();
        part.routing(request.raw, reply.raw);
      },
      handler: () => {},
    });
  }
  // Before the server waits for its connections: streams of the part would hold it.
  app.addHook('preClose', async () => {
    await (await opening)?.close();
  });
}
