export interface ServerEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: unknown;
}

export interface EventReader {
  readonly response: Response;
  /** The next `count` events. */
  readonly take: (count: number) => Promise<ServerEvent[]>;
  /** Resolves true once the server has ended the stream. */
  readonly ended: () => Promise<boolean>;
  readonly leave: () => void;
}

function parseEvent(block: string): ServerEvent | undefined {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line): [string, string] => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), line.slice(colon + 2)];
      }),
  );
  const data = fields.get('data');
  return data === undefined
    ? undefined
    : { id: fields.get('id'), event: fields.get('event') ?? 'message', data: JSON.parse(data) };
}

/** Opens an event stream as a browser does and hands out its events one by one. */
export async function readEvents(url: string, headers: Record<string, string> = {}): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('an event stream has a body');
  const waiting: ServerEvent[] = [];
  let rest = '';

  async function readMore(): Promise<boolean> {
    const { value, done } = await (reader as NonNullable<typeof reader>).read();
    const blocks = (rest + (value ?? '')).split('\n\n');
    rest = blocks.pop() ?? '';
    waiting.push(...blocks.map(parseEvent).filter((event) => event !== undefined));
    return !done;
  }

  return {
    response,
    take: async (count) => {
      while (waiting.length < count) {
        if (!(await readMore())) throw new Error(`the stream ended after ${waiting.length} of ${count} events`);
      }
      return waiting.splice(0, count);
    },
    ended: async () => {
      while (await readMore());
      return true;
    },
    leave: () => abort.abort(),
  };
}
