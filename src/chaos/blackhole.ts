import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server on which nothing may arrive any more while nobody is told: connections stay, half open. */
export interface Way {
  readonly url: URL;
  /** While blocked nothing passes on any connection, old or new. */
  readonly block: (blocked: boolean) => void;
  /** From now on nothing passes on the connections there are; new ones work. */
  readonly swallow: () => void;
  /** How long it took whoever wrote into a swallowed connection to give it up, in milliseconds, and who has not yet. */
  readonly read: () => { readonly gaveUpMs: readonly number[]; readonly waiting: readonly number[] };
  readonly close: () => void;
}

interface Pair {
  swallowed: boolean;
  /** When something was first written into the hole. */
  wroteAt: number | undefined;
  closedAt: number | undefined;
}

/** Lets connections through to the host and port of `target`, on loopback. `clock` gives milliseconds. */
export async function openWay(target: URL, clock: () => number): Promise<Way> {
  let blocked = false;
  const pairs = new Set<Pair>();
  const sockets = new Set<Socket>();

  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    const pair: Pair = { swallowed: false, wroteAt: undefined, closedAt: undefined };
    pairs.add(pair);
    const passes = () => !blocked && !pair.swallowed;
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('data', (bytes) => {
        if (passes()) other.write(bytes);
        else if (one === near) pair.wroteAt ??= clock();
      });
      one.on('close', () => {
        sockets.delete(one);
        // Whoever is far away hears nothing of it while the way is a hole; the near side has given up.
        if (one === near) pair.closedAt ??= clock();
        if (one === near || !pair.swallowed) other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    block(now) {
      blocked = now;
    },
    swallow() {
      for (const pair of pairs) if (pair.closedAt === undefined) pair.swallowed = true;
    },
    read() {
      const written = [...pairs].filter((pair) => pair.swallowed && pair.wroteAt !== undefined);
      const last = (pair: Pair) => (pair.closedAt ?? clock()) - (pair.wroteAt ?? 0);
      return {
        gaveUpMs: written.filter(({ closedAt }) => closedAt !== undefined).map(last),
        waiting: written.filter(({ closedAt }) => closedAt === undefined).map(last),
      };
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
