import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
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
  readonly plain: Buffer;
  readonly gzipped: Buffer;
  readonly etag: string;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function packFile(path: string, plain: Buffer): BuiltFile {
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { path, type: TYPES[extname(path)] ?? 'application/octet-stream', plain, gzipped: gzipSync(plain), etag };
}

function listBuilt(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => TYPES[extname(name)] !== undefined);
  } catch (cause) {
    throw new DeskError('CONFIG_INVALID', `nothing is built in ${directory}`, { hint: './desk serve', cause });
  }
}

/** Built files by path, `%AUTHORITY%` filled in. @throws DeskError CONFIG_INVALID when they are not built */
export function loadBuilt(directory: string, authority: string): { index: BuiltFile; others: readonly BuiltFile[] } {
  const files = listBuilt(directory).map((name) => {
    const bytes = readFileSync(join(directory, name));
    const filled = name.endsWith('.html')
      ? Buffer.from(bytes.toString('utf8').replaceAll('%AUTHORITY%', () => escapeAttribute(authority)))
      : bytes;
    return packFile(name, filled);
  });
  const index = files.find((file) => file.path === 'index.html');
  if (index === undefined)
    throw new DeskError('CONFIG_INVALID', `no index.html in ${directory}`, { hint: './desk serve' });
  return { index, others: files.filter((file) => file !== index) };
}

/** Sends a built file, compressed where the browser takes it, and nothing when it has it already. */
export function sendBuilt(request: FastifyRequest, reply: FastifyReply, file: BuiltFile): FastifyReply {
  const caching = file.path.startsWith('assets/') ? FOREVER : REVALIDATE;
  reply.headers({ etag: file.etag, 'cache-control': caching, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  reply.type(file.type);
  if (!/\bgzip\b/u.test(request.headers['accept-encoding'] ?? '')) return reply.send(file.plain);
  return reply.header('content-encoding', 'gzip').send(file.gzipped);
}
