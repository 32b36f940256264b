import { join } from 'node:path';
import type { FastifyPluginAsync } from 'fastify';
import type { Counters } from '../../src/channel/counters.ts';
import type { Adapter, Desk, ReceiveFile } from '../../src/channel/desk.ts';
import type { Hook } from '../../src/channel/hook.ts';
import type { Messages } from '../../src/messages.ts';
import { createWebAdapter } from './create-adapter.ts';

export { CAPABILITIES } from './capabilities.ts';
export { createWebAdapter, type WebAdapterOptions } from './create-adapter.ts';
export { createWebApp, type WebOptions } from './create-app.ts';
export { ensurePage } from './page/build.ts';

/** What the web channel needs of the composition root. */
export interface WebServices {
  readonly desk: Desk;
  readonly receiveFile?: ReceiveFile | undefined;
  readonly messages: Messages;
  readonly release: () => { readonly authorityName: string };
  readonly hooks?: readonly Hook[];
  readonly hooksOnly?: boolean | undefined;
  /** Where calls are counted that may become too many. Default: in this process alone. */
  readonly counters?: Counters | undefined;
  readonly deskApi?: () => Promise<FastifyPluginAsync>;
  readonly config: {
    readonly root: string;
    readonly host: string;
    readonly port: number;
    readonly embedOrigins: readonly string[];
    readonly trustedProxies?: readonly string[];
  };
}

/** The web channel over the page that `ensurePage` has built, ready to start. */
export async function openWeb(services: WebServices): Promise<Adapter> {
  const { desk, receiveFile, messages, release, config, hooks = [], hooksOnly, counters, deskApi } = services;
  const authority = release().authorityName;
  return createWebAdapter({
    desk,
    receiveFile,
    messages,
    host: config.host,
    port: config.port,
    now: Date.now,
    ...(config.trustedProxies ? { trustedProxies: config.trustedProxies } : {}),
    hooks,
    hooksOnly,
    counters,
    ...(deskApi ? { deskApi, console: { directory: join(config.root, 'dist', 'console'), authority } } : {}),
    page: {
      directory: join(config.root, 'dist', 'page'),
      authority,
      embedOrigins: config.embedOrigins,
    },
  });
}
