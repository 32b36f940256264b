import type { FastifyInstance } from 'fastify';
import { createWebApp, type WebOptions } from '../../../adapters/web/index.ts';
import { createMemoryDesk, wordsOf } from '../../fakes/memory-desk.ts';
import { makePageDirectory } from './page-directory.ts';
import { messages } from './project.ts';

/** A desk that repeats what it hears, with every optional part of a text filled. */
export function createEchoDesk() {
  return createMemoryDesk((inbound) => ({
    replies: [
      {
        kind: 'text',
        text: `听到 ${wordsOf(inbound).length} 个字`,
        sources: [{ title: '《条例》', article: '第三十三条', url: null }],
        choices: [{ value: 'help', label: '帮助' }],
        ask: { field: 'name', type: 'text', step: 2, of: 9 },
      },
    ],
  }));
}

/** The web app over an echoing desk; any option can be replaced. */
export function openApp(options: Partial<WebOptions> = {}): FastifyInstance {
  return createWebApp({
    desk: createEchoDesk(),
    messages,
    now: () => 0,
    page: { directory: makePageDirectory(), authority: '甲市<"乙">局', embedOrigins: [] },
    ...options,
  });
}

export function post(
  app: FastifyInstance,
  conversation: string,
  payload: unknown,
  headers: Record<string, string> = {},
) {
  return app.inject({
    method: 'POST',
    url: `/api/chat/${conversation}/messages`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  });
}
