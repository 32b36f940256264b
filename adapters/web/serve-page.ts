import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DeskError } from '../../src/errors.ts';
import { contentPolicy } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Assets carry their hash in the name, so they never change; everything else is asked for again. */
const FOREVER = 'public, max-age=31536000, immutable';
const REVALIDATE = 'no-cache';

interface PageFile {
  readonly path: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
}

export interface PageOptions {
  readonly directory: string;
  /** Name of the authority the page speaks for. */
  readonly authority: string;
  /** Origins that may frame `/embed`, e.g. `https://www.example.gov.cn`. The page itself is never framed. */
  readonly embedOrigins: readonly string[];
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function packFile(path: string, plain: Buffer): PageFile {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { path, type: TYPES[extname(path)] ?? 'application/octet-stream', plain, gzipped: gzipSync(plain), etag };
}

function readBuiltFiles(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => TYPES[extname(name)] !== undefined);
  } catch (cause) {
    throw new DeskError('CONFIG_INVALID', `the chat page is not built in ${directory}`, {
      hint: './desk serve',
      cause,
    });
  }
}

function loadFiles({ directory, authority }: PageOptions): Map<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readBuiltFiles(directory)) {
    const bytes = readFileSync(join(directory, name));
    const filled = name.endsWith('.html')
      ? Buffer.from(bytes.toString('utf8').replaceAll('%AUTHORITY%', () => escapeAttribute(authority)))
      : bytes;
    files.set(name, packFile(name, filled));
  }
  return files;
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: PageFile, caching: string): FastifyReply {
  reply.headers({ etag: file.etag, 'cache-control': caching, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  reply.type(file.type);
  if (!/\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')) return reply.send(file.plain);
  return reply.header('content-encoding', 'gzip').send(file.gzipped);
}

/** Serves the chat page at `/` and `/embed`, the embedding script at `/widget.js`, and their assets, from memory. */
export function servePage(app: FastifyInstance, options: PageOptions): void {
  const files = loadFiles(options);
  const index = files.get('index.html');
  if (index === undefined) {
    throw new DeskError('CONFIG_INVALID', `no index.html in ${options.directory}`, { hint: './desk serve' });
  }
  const serveHtml = (path: string, policy: string): void => {
    app.get(path, (request, reply) =>
      sendFile(request, reply.header('content-security-policy', policy), index, REVALIDATE),
    );
  };
  serveHtml('/', contentPolicy([]));
  serveHtml('/embed', contentPolicy(["'self'", ...options.embedOrigins]));
  for (const file of files.values()) {
    if (file === index) continue;
    const caching = file.path.startsWith('assets/') ? FOREVER : REVALIDATE;
    app.get(`/${file.path}`, (request, reply) => {
      // The widget's script runs on other sites; without this their isolation policy may refuse it.
      if (file.path === 'widget.js') reply.header('cross-origin-resource-policy', 'cross-origin');
      return sendFile(request, reply, file, caching);
    });
  }
}
