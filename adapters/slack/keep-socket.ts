import { setTimeout as wait } from 'node:timers/promises';
import type { App, ReceiverEvent } from '@slack/bolt';
import type { PlatformServices } from '../../src/channel/adapter.ts';
import type { Inbound } from '../../src/channel/message.ts';
import { createQuietLogger } from './api.ts';
import { type PayloadReader, readPayload, renderPrivately } from './read-payload.ts';

/** Rest before a connection that has ended is opened again; the platform ends each one every few hours. */
const REST_MS = 1000;

export interface SocketOptions {
  readonly appToken: string;
  readonly root: string;
  /** Takes one payload in; what it gives is sent back with the acknowledgement. What it throws is not acknowledged. */
  readonly take: (body: unknown) => Promise<unknown>;
  readonly log: PlatformServices['log'];
  readonly signal: AbortSignal;
  /** Milliseconds to rest before opening again. Default: 1,000. */
  readonly rest?: number;
}

interface Deliveries {
  readonly reader: PayloadReader;
  readonly deliver: (messages: readonly Inbound[]) => Promise<void>;
  readonly log: PlatformServices['log'];
}

/** Hands over what came, and tells the platform only then: what is not acknowledged it sends again. */
export function createTaker({ reader, deliver, log }: Deliveries): SocketOptions['take'] {
  return async (body) => {
    const payload = readPayload(body, reader);
    if (payload.kind !== 'read') {
      log('slack_payload_not_read', { why: payload.kind });
      return undefined;
    }
    await deliver(payload.messages);
    return payload.privately === null ? undefined : renderPrivately(payload.privately);
  };
}

async function takeEvent({ take }: SocketOptions, { body, ack }: ReceiverEvent): Promise<void> {
  const answer = await take(body);
  await (answer === undefined ? ack() : ack(answer));
}

/**
 * Socket Mode by Bolt's receiver (https://docs.slack.dev/apis/events-api/using-socket-mode). It opens each connection
 * and acknowledges; opening again is ours, as its own way ends the process when the token is refused meanwhile.
 */
export async function keepSocket(options: SocketOptions): Promise<void> {
  const { appToken, root, log, signal, rest = REST_MS } = options;
  const { SocketModeReceiver } = await import('@slack/bolt');
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: createQuietLogger(log),
    installerOptions: { clientOptions: { slackApiUrl: root, retryConfig: { retries: 0 } } },
  });
  const inHand = new Set<Promise<void>>();
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    const work = takeEvent(options, event).catch(() => log('slack_event_not_stored'));
    inHand.add(work);
    await work;
    inHand.delete(work);
  };
  // Of an app, the receiver calls this one method.
  receiver.init({ processEvent } as unknown as App);

  const end = () => void Promise.all(inHand).then(() => receiver.stop());
  signal.addEventListener('abort', end, { once: true });
  while (!signal.aborted) {
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    receiver.client.once('disconnected', resolve);
    try {
      await receiver.start();
      log('slack_socket_open');
      if (signal.aborted) end();
      await ended;
    } catch {
      log('slack_socket_not_open');
    }
    receiver.client.off('disconnected', resolve);
    await wait(rest, undefined, { signal }).catch(() => {});
  }
  await Promise.all(inHand);
}
