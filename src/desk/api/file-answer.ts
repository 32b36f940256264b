import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** An answer that is a file to keep. In the interface's description it is bytes. */
export interface FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly content: Readable | Uint8Array;
}

/** The `response` of an endpoint that answers with a file. */
export const fileSchema = z.custom<FileAnswer>().meta({ type: 'string', format: 'binary' });

/** Sends a file to be saved, never to be shown in place: whatever is in it is nothing of this page. */
export function sendFile(reply: FastifyReply, { name, type, content }: FileAnswer): FastifyReply {
  const plain = name.replaceAll(/[^\w.-]/gu, '_');
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(content);
}
