import { Agent, type IncomingMessage, request } from 'node:http';
import type { Seat } from './seat-agents.ts';

/** One console as the server sees it: a stream of events, and calls over connections that stay open. */
export interface Console {
  /** @throws Error when the answer is no success */
  readonly call: (method: 'GET' | 'POST', path: string, body?: object) => Promise<string>;
  /** Hears of changes until it is closed. Resolves once nothing is missed any more. */
  readonly follow: (onChange: (subjects: readonly string[]) => void) => Promise<void>;
  readonly close: () => void;
}

async function readAll(answer: IncomingMessage): Promise<string> {
  answer.setEncoding('utf8');
  let text = '';
  for await (const part of answer) text += part;
  return text;
}

/** Subjects of the `change` events in a text of server-sent events. */
function readSubjects(event: string): readonly string[] {
  if (!event.includes('event: change\n')) return [];
  const data = event.split('\n').find((line) => line.startsWith('data: ')) ?? 'data: {"subjects":[]}';
  return (JSON.parse(data.slice('data: '.length)) as { subjects: string[] }).subjects;
}

/** The console of one agent at the process that listens at `address`. */
export function openConsole(address: string, { headers }: Seat): Console {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const closing = new AbortController();

  async function ask(
    path: string,
    options: { method?: string; agent?: Agent | false; signal?: AbortSignal },
    body = '',
  ) {
    const type = body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    function send(isFirst: boolean): Promise<IncomingMessage> {
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
      const all = { ...options, headers: { ...headers, ...type } };
      const sent = request(new URL(`/desk/api${path}`, address), all, resolve);
      // A connection that stayed open may be closed by the server in the moment it is used: a browser asks again.
      sent.on('error', (error) => (isFirst && sent.reusedSocket ? resolve(send(false)) : reject(error)));
      sent.end(body);
      return promise;
    }
    return send(true);
  }

  return {
    async call(method, path, body) {
      const answer = await ask(path, { method, agent }, body === undefined ? '' : JSON.stringify(body));
      const text = await readAll(answer);
      if (answer.statusCode !== 200) throw new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 200)}`);
      return text;
    },
    async follow(onChange) {
      const stream = await ask('/events', { agent: false, signal: closing.signal });
      if (stream.statusCode !== 200) throw new Error(`no stream of events: ${stream.statusCode}`);
      const { promise: greeted, resolve } = Promise.withResolvers<void>();
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('error', () => {});
      stream.on('data', (part: string) => {
        const events = (rest + part).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          if (event.includes('event: hello\n')) resolve();
          const subjects = readSubjects(event);
          if (subjects.length > 0) onChange(subjects);
        }
      });
      await greeted;
    },
    close() {
      closing.abort();
      agent.destroy();
    },
  };
}
