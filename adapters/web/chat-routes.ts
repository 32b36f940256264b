import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Desk, Received, ReceiveFile } from '../../src/channel/desk.ts';
import type { Inbound } from '../../src/channel/message.ts';
import type { PlainWords } from '../../src/channel/render-plain.ts';
import { FILE_LIMIT, readAfter, readConversation, readFile, readMessage, readSeq } from './inbound.ts';
import type { createRateGuard } from './limit-rate.ts';
import type { createEventStreams } from './outbound.ts';
import { RefusedCall } from './refusal.ts';
import { addressOfFile, renderLine } from './render.ts';
import { COMMON_HEADERS } from './security-headers.ts';
import { sendFile } from './send-file.ts';

const MESSAGES = '/api/chat/:conversation/messages';
const UPLOADS = '/api/chat/:conversation/files';
const EVENTS = '/api/chat/:conversation/events';
const FILES = `/${addressOfFile(':conversation', ':seq')}`;

type InConversation = FastifyRequest<{
  Params: { conversation: string; seq: string };
  Querystring: { after?: string };
}>;

interface ChatParts {
  readonly desk: Desk;
  readonly receiveFile?: ReceiveFile | undefined;
  readonly words: PlainWords;
  readonly guard: ReturnType<typeof createRateGuard>;
  readonly streams: ReturnType<typeof createEventStreams>;
}

/** The machine interface of the chat. Its shapes are stable: see readme.md. */
export function addChatRoutes(app: FastifyInstance, { desk, receiveFile, words, guard, streams }: ChatParts): void {
  async function postMessage(request: InConversation, reply: FastifyReply): Promise<unknown> {
    const conversation = readConversation(request.params.conversation);
    await guard(conversation, request.ip);
    const inbound = readMessage(conversation, request.body);
    return acknowledge(reply, inbound, await desk.receive(inbound));
  }

  async function postFile(request: InConversation, reply: FastifyReply): Promise<unknown> {
    const conversation = readConversation(request.params.conversation);
    await guard(conversation, request.ip);
    const file = readFile(conversation, request.headers, request.body);
    if (!receiveFile) throw new RefusedCall('not_found');
    return acknowledge(reply, file, await receiveFile(file));
  }

  function acknowledge(
    reply: FastifyReply,
    { conversation, id }: Pick<Inbound, 'conversation' | 'id'>,
    { lines, outcome, repeated }: Received,
  ): unknown {
    return reply.code(202).send({
      conversation,
      id,
      kind: outcome.kind,
      replies: lines.map((line) => renderLine(conversation, line, words)),
      outcome,
      repeated,
    });
  }

  async function getMessages(request: InConversation): Promise<unknown> {
    const conversation = readConversation(request.params.conversation);
    const lines = await desk.readTranscript(conversation, readAfter(undefined, request.query.after));
    return { conversation, lines: lines.map((line) => renderLine(conversation, line, words)) };
  }

  async function getFile(request: InConversation, reply: FastifyReply): Promise<unknown> {
    const conversation = readConversation(request.params.conversation);
    // A file may be made only now, which takes more than reading does.
    await guard(conversation, request.ip);
    const found = await desk.readFile(conversation, readSeq(request.params.seq));
    if (found === 'gone') throw new RefusedCall('not_found');
    return sendFile(reply, found);
  }

  async function followEvents(request: InConversation, reply: FastifyReply): Promise<void> {
    const conversation = readConversation(request.params.conversation);
    const after = readAfter(request.headers['last-event-id'], request.query.after);
    reply.hijack();
    reply.raw.writeHead(200, {
      ...COMMON_HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A stream's connection ends with it: kept alive, it would hold a stopping server.
      connection: 'close',
      // Tells nginx not to hold events back.
      'x-accel-buffering': 'no',
    });
    await streams.open(reply.raw, conversation, after);
  }

  app.post(MESSAGES, postMessage);
  // Files come as they are; how large one may be is the channel's own rule, a little more lets it be told kindly.
  app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: FILE_LIMIT },
      (_r, body, done) => done(null, body),
    );
    scope.setErrorHandler((error: { readonly code?: string }) => {
      throw error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ? new RefusedCall('file_too_large') : error;
    });
    scope.post(UPLOADS, { bodyLimit: FILE_LIMIT }, postFile);
  });
  app.get(MESSAGES, { exposeHeadRoute: false }, getMessages);
  app.get(EVENTS, { exposeHeadRoute: false }, followEvents);
  app.get(FILES, { exposeHeadRoute: false }, getFile);
  for (const [url, allow] of [
    [MESSAGES, ['GET', 'POST']],
    [EVENTS, ['GET']],
    [FILES, ['GET']],
    [UPLOADS, ['POST']],
  ] as const) {
    const refused = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].filter(
      (m) => !(allow as readonly string[]).includes(m),
    );
    app.route({
      method: refused,
      url,
      handler: (_request, reply) => {
        reply.header('allow', allow.join(', '));
        throw new RefusedCall('method_not_allowed');
      },
    });
  }
}
