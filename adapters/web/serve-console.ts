import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { consolePolicy } from './security-headers.ts';
import { loadBuilt, readPlain, sendBuilt } from './serve-files.ts';

export interface ConsoleOptions {
  readonly directory: string;
  readonly authority: string;
}

/**
 * Serves the staff's console below `/desk`: its assets, and for every other address its one page, which reads the
 * address itself. The page carries a nonce of its own each time, for the styles its widgets write.
 */
export function serveConsole(app: FastifyInstance, { directory, authority }: ConsoleOptions): void {
  const { index, others } = loadBuilt(directory, authority);
  const html = readPlain(index).toString('utf8');

  function sendConsole(reply: FastifyReply): FastifyReply {
    const nonce = randomBytes(16).toString('base64');
    reply.headers({ 'content-security-policy': consolePolicy(nonce), 'cache-control': 'no-store' });
    return reply.type(index.type).send(html.replaceAll('%NONCE%', nonce));
  }

  app.get('/desk', (_request, reply) => sendConsole(reply));
  app.get('/desk/*', (_request, reply) => sendConsole(reply));
  for (const file of others) app.get(`/desk/${file.path}`, (request, reply) => sendBuilt(request, reply, file));
}
