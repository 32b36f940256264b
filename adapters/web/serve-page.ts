import type { FastifyInstance } from 'fastify';
import { contentPolicy } from './security-headers.ts';
import { loadBuilt, sendBuilt } from './serve-files.ts';

export interface PageOptions {
  readonly directory: string;
  /** Name of the authority the page speaks for. */
  readonly authority: string;
  /** Origins that may frame `/embed`, e.g. `https://www.example.gov.cn`. The page itself is never framed. */
  readonly embedOrigins: readonly string[];
}

/** Serves the chat page at `/` and `/embed`, the embedding script at `/widget.js`, and their assets, from memory. */
export function servePage(app: FastifyInstance, { directory, authority, embedOrigins }: PageOptions): void {
  const { index, others } = loadBuilt(directory, authority);
  const serveHtml = (path: string, policy: string): void => {
    app.get(path, (request, reply) => sendBuilt(request, reply.header('content-security-policy', policy), index));
  };
  serveHtml('/', contentPolicy([]));
  serveHtml('/embed', contentPolicy(["'self'", ...embedOrigins]));
  for (const file of others) {
    app.get(`/${file.path}`, (request, reply) => {
      // The widget's script runs on other sites; without this their isolation policy may refuse it.
      if (file.path === 'widget.js') reply.header('cross-origin-resource-policy', 'cross-origin');
      return sendBuilt(request, reply, file);
    });
  }
}
