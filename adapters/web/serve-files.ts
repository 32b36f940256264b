import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeskError } from '../../src/errors.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Assets carry their hash in the name, so they never change; everything else is asked for again. */
const FOREVER = 'public, max-age=31536000, immutable';
const REVALIDATE = 'no-cache';

export interface BuiltFile {
  readonly path: string;
  readonly type: string;
  /** Only the compressed bytes are kept in memory: hardly anybody asks for the others. */
  readonly gzipped: Buffer;
  readonly etag: string;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function packFile(path: string, gzipped: Buffer): BuiltFile {
  const etag = `"${createHash('sha256').update(gzipped).digest('base64url').slice(0, 22)}"`;
  return { path, type: TYPES[extname(path)] ?? 'application/octet-stream', gzipped, etag };
}

/** A file's compressed bytes: those made with it, or made now where they depend on the authority or are missing. */
function readCompressed(file: string, authority: string): Buffer {
  if (file.endsWith('.html')) {
    const html = readFileSync(file, 'utf8').replaceAll('%AUTHORITY%', () => escapeAttribute(authority));
    return gzipSync(html);
  }
  return existsSync(`${file}.gz`) ? readFileSync(`${file}.gz`) : gzipSync(readFileSync(file));
}

function listBuilt(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => TYPES[extname(name)] !== undefined);
  } catch (cause) {
    throw new DeskError('CONFIG_INVALID', `what is served from ${directory} is not built`, {
      hint: './desk serve',
      cause,
    });
  }
}

/** Built files by path, `%AUTHORITY%` filled in. @throws DeskError CONFIG_INVALID when they are not built */
export function loadBuilt(directory: string, authority: string): { index: BuiltFile; others: readonly BuiltFile[] } {
  const files = listBuilt(directory).map((name) => packFile(name, readCompressed(join(directory, name), authority)));
  const index = files.find((file) => file.path === 'index.html');
  if (index === undefined)
    throw new DeskError('CONFIG_INVALID', `no index.html in ${directory}`, { hint: './desk serve' });
  return { index, others: files.filter((file) => file !== index) };
}

/** A built file's bytes as they were built. */
export function readPlain({ gzipped }: BuiltFile): Buffer {
  return gunzipSync(gzipped);
}

/** Sends a built file, compressed where the browser takes it, and nothing when it has it already. */
export function sendBuilt(request: FastifyRequest, reply: FastifyReply, file: BuiltFile): FastifyReply {
  const caching = file.path.startsWith('assets/') ? FOREVER : REVALIDATE;
  reply.headers({ etag: file.etag, 'cache-control': caching, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  reply.type(file.type);
  if (!/\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')) return reply.send(readPlain(file));
  return reply.header('content-encoding', 'gzip').send(file.gzipped);
}
