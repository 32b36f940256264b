import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Office } from './open-office.ts';

/** What arrived on a stream: events in order, and whether it ended. */
export interface Listener {
  readonly status: number;
  readonly events: { readonly event: string; readonly id: string; readonly data: { subjects?: string[] } }[];
  readonly ended: Promise<void>;
  /** Resolves when an event arrives that fits, or has already. */
  readonly hears: (fits: (event: Listener['events'][number]) => boolean) => Promise<void>;
  readonly leave: () => void;
}

export const tells = (subject: string) => (event: Listener['events'][number]) =>
  event.data.subjects?.includes(subject) ?? false;

function readEvent(block: string): Listener['events'][number] | undefined {
  const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/su).slice(0, 2)));
  return fields.event ? { event: fields.event, id: fields.id, data: JSON.parse(fields.data) } : undefined;
}

/** Follows the desk's events over a real connection, as a browser's EventSource does. */
export async function listen(
  { app }: Pick<Office, 'app'>,
  browser: Pick<Browser, 'cookie'> | undefined,
  headers: Record<string, string> = {},
): Promise<Listener> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const ended = Promise.withResolvers<void>();
  const events: Listener['events'] = [];
  const waiting: { fits: (event: Listener['events'][number]) => boolean; resolve: () => void }[] = [];
  const opened = Promise.withResolvers<number>();
  const own = { 'sec-fetch-site': 'same-origin', ...(browser ? { cookie: browser.cookie } : {}), ...headers };
  const request = get({ host: '127.0.0.1', port, path: '/desk/api/events', headers: own }, (response) => {
    opened.resolve(response.statusCode ?? 0);
    let rest = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      const blocks = `${rest}${text}`.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const event of blocks.map(readEvent).filter((each) => each !== undefined)) {
        events.push(event);
        for (const each of waiting) if (each.fits(event)) each.resolve();
      }
    });
    response.once('close', () => ended.resolve());
  });
  request.once('error', () => ended.resolve());
  return {
    status: await opened.promise,
    events,
    ended: ended.promise,
    hears: (fits) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (events.some(fits)) resolve();
      waiting.push({ fits, resolve });
      return promise;
    },
    leave: () => request.destroy(),
  };
}
