import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { readChart } from '../channel/chart.ts';
import type { Counters } from '../channel/counters.ts';
import type { FileSource } from '../channel/file-source.ts';
import type { Config } from '../config.ts';
import { turn } from '../conversation/turn.ts';
import { createDesk, type DeskOptions, type DrainableDesk } from '../delivery/index.ts';
import { readReplyFile } from '../desk/replies/index.ts';
import { createChartFiles, createDocumentFiles, createRenderer, type Renderer } from '../documents/index.ts';
import type { Logger } from '../logger.ts';
import { openStore, type Store, type StoreOptions } from '../store/index.ts';
import { type HoldOptions, holdRelease, type ReleaseHolder } from './hold-release.ts';
import { storeOptions } from './store-options.ts';

/** Log lines go to standard error, one JSON object each; standard output stays for people and machines that ask. */
export function createLogger(config: Config): Logger {
  return pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
}

export interface OpenDesk {
  readonly desk: DrainableDesk;
  readonly store: Store;
  readonly releases: ReleaseHolder;
  readonly logger: Logger;
  /** Documents and charts that lines of conversations hand over. */
  readonly files: FileSource;
  /** Sets documents as files, in processes of their own. */
  readonly render: Renderer;
  /** Counts shared with other processes; undefined where there is no Redis. */
  readonly counters: Counters | undefined;
  /** Finishes what is in hand and closes the storage. */
  readonly close: () => Promise<void>;
}

export interface OpenDeskOptions {
  readonly channel: string;
  readonly now: () => Date;
  readonly logger?: Logger;
  /** Whether personal data may be filled in on the form page instead of here. Default: no, as on that page itself. */
  readonly handOver?: DeskOptions['handOver'];
  readonly prepareApart?: HoldOptions['prepareApart'];
}

/** What processes share over Redis; loaded only where it is used. */
async function openShared(url: string, logger: Logger) {
  const { createRedisNotices, createSharedCounters, openRedis } = await import('../redis/index.ts');
  const redis = openRedis(url, { logger, clock: () => performance.now() });
  const shareNotices: StoreOptions['shareNotices'] = (database, name) =>
    createRedisNotices(redis, database, name('notices'));
  const count = (name: (key: string) => string) => createSharedCounters(redis, name);
  return { shareNotices, count, close: redis.close };
}

/** @throws DeskError STORE_FAILED, KEY_WRONG, STORE_NEWER · KNOWLEDGE_INVALID with the store closed again */
async function openStored({
  shared,
  ...options
}: Omit<HoldOptions, 'store'> & { readonly shared: Awaited<ReturnType<typeof openShared>> | undefined }) {
  const { config, logger, now } = options;
  const store = await openStore({ ...storeOptions(config, logger, now), shareNotices: shared?.shareNotices });
  try {
    return { store, releases: await holdRelease({ ...options, store }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The whole desk behind a channel: knowledge, storage and delivery, put together. Other channels' conversations are out of its reach. */
export async function openDesk(
  config: Config,
  { channel, now, handOver, prepareApart, logger = createLogger(config) }: OpenDeskOptions,
): Promise<OpenDesk> {
  const shared = config.redisUrl ? await openShared(config.redisUrl, logger) : undefined;
  // A connection left open would keep a process alive that cannot serve.
  const { store, releases } = await openStored({ config, now, logger, prepareApart, shared }).catch(
    (error: unknown) => {
      shared?.close();
      throw error;
    },
  );
  const render = createRenderer();
  const letters = createDocumentFiles({ store, release: releases.current, render });
  const charts = createChartFiles(render);
  const files: FileSource = (reference, most) =>
    readReplyFile(store, reference, most) ?? (readChart(reference) ? charts : letters)(reference, most);
  const desk = createDesk({
    store,
    channel,
    release: releases.current,
    turn,
    now,
    random: randomBytes,
    logger,
    files,
    handOver,
    pageUrl: config.publicUrl,
    takesFiles: channel === 'web',
  });
  releases.watch();
  const close = async () => {
    await releases.stop();
    await desk.drain();
    await store.close();
    shared?.close();
  };
  const counters = shared?.count((key) => store.sealer.hash('shared', key));
  return { desk, store, releases, logger, files, render, counters, close };
}
