import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFields } from './read-form.ts';

/** A call as a fake platform sees it. */
export interface JsonCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the fake answers, or that it breaks the connection instead. */
export type JsonReply =
  | {
      readonly status: number;
      readonly body: Readonly<Record<string, unknown>> | string | Uint8Array;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'cut';

export interface JsonServer {
  readonly root: string;
  /** Every call, in order. */
  readonly calls: JsonCall[];
  readonly stop: () => Promise<void>;
}

async function readCall(request: IncomingMessage): Promise<JsonCall> {
  const address = new URL(request.url ?? '/', 'http://fake');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? 'GET',
    path: address.pathname,
    query: Object.fromEntries(address.searchParams),
    headers: request.headers,
    body: await readFields(Buffer.concat(chunks), request.headers['content-type']),
  };
}

/** A server on loopback that takes JSON and answers what `reply` says. */
export async function startJsonServer(reply: (call: JsonCall) => JsonReply): Promise<JsonServer> {
  const calls: JsonCall[] = [];
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    calls.push(call);
    const answer = reply(call);
    if (answer === 'cut') {
      response.destroy();
      return;
    }
    const isRaw = typeof answer.body === 'string' || answer.body instanceof Uint8Array;
    const type = isRaw ? 'application/octet-stream' : 'application/json; charset=utf-8';
    response
      .writeHead(answer.status, { 'content-type': type, ...answer.headers })
      .end(isRaw ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
