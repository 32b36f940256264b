import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Adapter } from '../../src/channel/desk.ts';
import { DeskError } from '../../src/errors.ts';
import { createWebApp, type WebOptions } from './create-app.ts';

export interface WebAdapterOptions extends WebOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** How often a stopping server looks whether the last answer is out. */
const SWEEP_MS = 20;
/**
 * Connections the system may hold for us until we turn to them: with Node's 511 some of a crowd's are dropped without a
 * word and only ask again after one, three or seven seconds.
 */
const BACKLOG = 4096;

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function addressOf({ address, port }: AddressInfo): string {
  const host = address === '::' || address === '0.0.0.0' ? 'localhost' : address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

/** The web channel, started on a port. `start` gives the chat page's address; ADDRESS_IN_USE when the port is taken. */
export function createWebAdapter(options: WebAdapterOptions): Adapter {
  const app = createWebApp(options);
  const inHand = new Set<ServerResponse>();
  app.server.on('request', (_request, response) => {
    inHand.add(response);
    response.once('close', () => inHand.delete(response));
  });
  return {
    name: 'web',
    start: async () => {
      try {
        await app.listen({ host: options.host, port: options.port, backlog: BACKLOG });
      } catch (cause) {
        if (!isAddressInUse(cause)) throw cause;
        throw new DeskError('ADDRESS_IN_USE', `port ${options.port} is taken`, { cause });
      }
      const [bound] = app.addresses();
      return bound === undefined || typeof bound === 'string' ? null : addressOf(bound);
    },
    stop: async () => {
      // Connections on which nothing is asked (browsers open some ahead) would be waited for until their owners hang up.
      const sweep = setInterval(() => {
        if (inHand.size === 0) app.server.closeAllConnections();
      }, SWEEP_MS);
      try {
        await app.close();
      } finally {
        clearInterval(sweep);
      }
    },
  };
}
