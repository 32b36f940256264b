import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appendLines, type Store } from '../../store/index.ts';

/** Stores each body as one line, with one durable commit, and answers. What a desk that does nothing would cost. */
export async function serveEcho(store: Store, now: () => Date): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const message = { kind: 'text', text: Buffer.concat(chunks).toString('utf8') } as const;
    try {
      await store.transaction((executor) =>
        appendLines(executor, { channel: 'echo', conversation: 'echo' }, [{ from: 'desk', message }], now()),
      );
      response.end('{}');
    } catch {
      response.writeHead(503).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.once('SIGTERM', () => server.close(() => process.exit(0)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
