import type { Logger } from '../logger.ts';
import { keepConnection, type RedisClient, tryFor } from './keep-connection.ts';

/** Whoever asks Redis waits no longer than this. */
const CALL_MS = 150;
/** After a call that came to nothing Redis is left alone for this long, so that a slow one slows nobody down. */
const LEAVE_MS = 1000;

/** A Redis that may be away, slow, full or emptied at any time, and never keeps anybody waiting. */
export interface Redis {
  /** What Redis answers, or undefined when it does not in time. Never throws. */
  readonly ask: <T>(work: (client: RedisClient) => Promise<T>) => Promise<T | undefined>;
  /** Hears what is published on a channel; `onAgain` is called whenever something may have been missed. */
  readonly subscribe: (channel: string, listener: (payload: string) => void, onAgain: () => void) => void;
  readonly close: () => void;
}

interface Subscription {
  readonly channel: string;
  readonly listener: (payload: string) => void;
  readonly onAgain: () => void;
}

/** Opens at once and connects when it can. `clock`: milliseconds from any start. */
export function openRedis(url: string, { logger, clock }: { logger: Logger; clock: () => number }): Redis {
  const subscriptions: Subscription[] = [];
  let said = false;
  let leftUntil = Number.NEGATIVE_INFINITY;

  function lost(): void {
    if (!said) logger.warn({}, 'Redis is away; each process counts for itself until it is back');
    said = true;
  }
  const asked = keepConnection({
    url,
    async onReady() {
      if (said) logger.info({}, 'Redis is back');
      said = false;
    },
    onLost: lost,
  });
  async function subscribeAll(client: RedisClient): Promise<void> {
    for (const { channel, listener } of subscriptions) await client.subscribe(channel, listener);
    for (const { onAgain } of subscriptions) onAgain();
  }
  // A connection that listens can ask nothing else.
  let heard: ReturnType<typeof keepConnection> | undefined;

  return {
    async ask(work) {
      const client = asked.client();
      if (!client || clock() < leftUntil) return undefined;
      const answer = await tryFor(work(client), CALL_MS);
      if (answer === undefined) leftUntil = clock() + LEAVE_MS;
      return answer;
    },
    subscribe(channel, listener, onAgain) {
      const subscription = { channel, listener, onAgain };
      subscriptions.push(subscription);
      if (heard)
        void heard
          .client()
          ?.subscribe(channel, listener)
          .catch(() => {});
      heard ??= keepConnection({ url, onReady: subscribeAll, onLost: () => {} });
    },
    close() {
      asked.close();
      heard?.close();
    },
  };
}

/** Whether Redis answers now, for `doctor`. */
export async function isRedisThere(url: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const connection = keepConnection({ url, onReady: async () => resolve(true), onLost: () => resolve(false) });
  const there = await promise;
  connection.close();
  return there;
}
