import type { AddressInfo } from 'node:net';
import type { Adapter } from '../../src/channel/desk.ts';
import { DeskError } from '../../src/errors.ts';
import { createWebApp, type WebOptions } from './create-app.ts';

export interface WebAdapterOptions extends WebOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

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
  return {
    name: 'web',
    start: async () => {
      try {
        await app.listen({ host: options.host, port: options.port });
      } catch (cause) {
        if (!isAddressInUse(cause)) throw cause;
        throw new DeskError('ADDRESS_IN_USE', `port ${options.port} is taken`, { cause });
      }
      const [bound] = app.addresses();
      return bound === undefined || typeof bound === 'string' ? null : addressOf(bound);
    },
    stop: async () => {
      await app.close();
    },
  };
}
