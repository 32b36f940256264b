import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const sendSchema = z.object({ conversation: z.string(), key: z.string(), text: z.string() });
export type SentPart = z.infer<typeof sendSchema>;

/** How the platform answers: as it should, too busy, broken, or taking the part and never saying so. */
export type Mood = 'well' | 'busy' | 'broken' | 'silent';

export interface FakePlatform {
  readonly url: string;
  readonly setMood: (mood: Mood) => void;
  readonly stop: () => Promise<void>;
}

/** Longer than the desk waits for an answer. */
const SILENCE_MS = 2500;
const FILE = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The platform's side of `loop-module.ts`, on loopback. `onSent` hears of every part, taken or not. */
export async function startFakePlatform(onSent: (part: SentPart, taken: boolean) => void): Promise<FakePlatform> {
  let mood: Mood = 'well';

  async function takePart(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const part = sendSchema.parse(JSON.parse(await readText(request)));
    const taken = mood === 'well' || mood === 'silent';
    onSent(part, taken);
    if (mood === 'silent') {
      setTimeout(() => response.destroy(), SILENCE_MS).unref();
      return;
    }
    const status = { well: 200, busy: 429, broken: 500 }[mood];
    response.writeHead(status, mood === 'busy' ? { 'retry-after': '1' } : {}).end();
  }

  const server = createServer((request, response) => {
    if (request.url === '/send') {
      takePart(request, response).catch(() => response.destroy());
      return;
    }
    request.resume();
    if (mood === 'well') response.end(FILE);
    else response.writeHead(500).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setMood: (next) => {
      mood = next;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
