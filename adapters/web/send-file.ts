import type { FastifyReply } from 'fastify';
import type { DeskFile } from '../../src/channel/desk.ts';

/** Kinds a browser may show by itself. All others, and whatever claims to be one it is not, are only kept. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Sends a file to be kept under its name, a picture also to be seen in its place. */
export function sendFile(reply: FastifyReply, { file, content }: DeskFile): FastifyReply {
  const shown = SHOWN.has(file.mediaType);
  const ending = /\.[A-Za-z0-9]{1,8}$/u.exec(file.name)?.[0] ?? '';
  const disposition = [
    shown ? 'inline' : 'attachment',
    `filename="file${ending}"`,
    `filename*=UTF-8''${encodeURIComponent(file.name)}`,
  ].join('; ');
  return reply
    .header('content-type', shown || file.mediaType === 'application/pdf' ? file.mediaType : 'application/octet-stream')
    .header('content-disposition', disposition)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(Buffer.from(content));
}
