import { createClient } from '@redis/client';

/** One try to connect, and one answer to the question whether it lives, take at most this long. */
const CONNECT_MS = 1000;
/** Rest before a lost connection is made again. */
const REST_MS = 1000;
const ASK_MS = 5000;

/** Commands are refused while there is no connection: a queue of them would wait for a Redis that is not there. */
function makeClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 1000,
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false },
  });
}
export type RedisClient = ReturnType<typeof makeClient>;

/** Gives what `work` gives, or undefined when it fails or takes longer than `milliseconds`. */
export async function tryFor<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

export interface Connection {
  /** The open connection; undefined while there is none. */
  readonly client: () => RedisClient | undefined;
  readonly close: () => void;
}

export interface ConnectionOptions {
  readonly url: string;
  readonly onReady: (client: RedisClient) => Promise<void>;
  readonly onLost: () => void;
}

/**
 * Keeps a connection to Redis: asked every few seconds whether it lives, because one whose other end is gone without a
 * word says nothing, and made again when it does not.
 */
export function keepConnection({ url, onReady, onLost }: ConnectionOptions): Connection {
  let current: RedisClient | undefined;
  let ready = false;
  let asking: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;

  function lose(lost: RedisClient): void {
    if (current !== lost) return;
    current = undefined;
    ready = false;
    clearInterval(asking);
    if (lost.isOpen) lost.destroy();
    if (closed) return;
    onLost();
    again = setTimeout(() => void connect(), REST_MS).unref();
  }

  async function connect(): Promise<void> {
    const client = makeClient(url);
    current = client;
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    const opened = await tryFor(
      client.connect().then(async () => {
        await onReady(client);
        return true;
      }),
      CONNECT_MS,
    );
    if (current !== client) return;
    if (!opened) {
      lose(client);
      return;
    }
    ready = true;
    asking = setInterval(async () => {
      if ((await tryFor(client.ping(), CONNECT_MS)) === undefined) lose(client);
    }, ASK_MS).unref();
  }

  void connect();
  return {
    client: () => (ready ? current : undefined),
    close() {
      closed = true;
      clearTimeout(again);
      if (current) lose(current);
    },
  };
}
