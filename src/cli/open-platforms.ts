import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createScanner } from '../attachments/index.ts';
import { asAccount } from '../channel/accounts.ts';
import type { PlatformAdapter } from '../channel/adapter.ts';
import type { Hook } from '../channel/hook.ts';
import { ruleHandOver } from '../channel/rule-hand-over.ts';
import type { Config } from '../config.ts';
import { turn } from '../conversation/turn.ts';
import { createDesk, createHooks, createPipeline, type Pipeline } from '../delivery/index.ts';
import { DeskError } from '../errors.ts';
import { betweenPoints } from '../failpoints.ts';
import { say } from '../messages.ts';
import { createTokenStore } from '../store/index.ts';
import type { CliContext } from './context.ts';
import { type FoundAccount, findAccounts } from './find-accounts.ts';
import type { Metrics } from './metrics.ts';
import type { OpenDesk } from './open-desk.ts';
import { isProcessGone, nameProcess } from './process-name.ts';
import { removeServing, type Serving, writeServing } from './serving-file.ts';

/** How long a channel that could not connect waits before it tries again. */
const RECONNECT_MS = 30_000;

export interface OpenPlatforms {
  readonly hooks: readonly Hook[];
  /** Channels that settings speak of and that cannot run, with what they lack. */
  readonly problems: readonly { readonly channel: string; readonly why: string }[];
  /** Connects in the background: one platform that does not answer keeps none of the others waiting. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

type Rooms = Pick<OpenDesk, 'store' | 'releases' | 'logger' | 'files'> & { readonly metrics: Metrics };

async function openAdapter({ module, account, channel }: FoundAccount, context: CliContext, rooms: Rooms) {
  const log = (event: string, fields = {}) => rooms.logger.info({ channel, ...fields }, event);
  const tokens = (name: string) => createTokenStore(rooms.store, name);
  const ask: typeof fetch = (...asked) => betweenPoints('platform.fetch', () => fetch(...asked));
  const adapter = await module.open(account.values, { now: context.now, fetch: ask, log, tokens });
  return asAccount(adapter, account.number);
}

function joinDesk(adapter: PlatformAdapter, context: CliContext, config: Config, rooms: Rooms): Pipeline {
  const { store, releases, logger, metrics, files } = rooms;
  const { now } = context;
  const channel = adapter.name;
  const desk = createDesk({
    store,
    channel,
    release: releases.current,
    turn,
    now,
    random: randomBytes,
    logger,
    files,
    handOver: ruleHandOver(adapter.capabilities, config.publicUrl),
    pageUrl: config.publicUrl,
    takesFiles: adapter.fetchFile !== undefined,
  });
  return createPipeline({
    store,
    desk,
    adapter,
    words: { sources: say(releases.current().messages, 'zh-CN', 'conversation.sources') },
    files,
    role: config.role,
    holder: nameProcess(),
    isGone: isProcessGone,
    spoolDirectory: join(config.dataDirectory, 'spool'),
    now,
    logger,
    count: metrics.countFor(channel),
    attachments: {
      scan: createScanner(config.scanner),
      turn,
      release: releases.current,
      pageUrl: config.publicUrl,
    },
  });
}

/** Opens every platform whose settings are complete. One that cannot be opened is named; the others run. */
export async function openPlatforms(context: CliContext, config: Config, rooms: Rooms): Promise<OpenPlatforms> {
  const pipelines: Pipeline[] = [];
  const problems: { channel: string; why: string }[] = [];
  for (const found of await findAccounts(context)) {
    const { channel, missing } = found;
    try {
      if (missing.length > 0) throw new DeskError('CONFIG_INVALID', missing.join(', '));
      pipelines.push(joinDesk(await openAdapter(found, context, rooms), context, config, rooms));
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      problems.push({ channel, why: error.message });
    }
  }

  const standing: Serving['channels'] = Object.fromEntries(
    problems.map(({ channel, why }) => [channel, { connected: false, why }]),
  );
  const retries = new Set<NodeJS.Timeout>();
  const note = (channel: string, connected: boolean, why: string | null) => {
    standing[channel] = { connected, why };
    writeServing(config.dataDirectory, { pid: process.pid, channels: standing });
  };

  async function connect(pipeline: Pipeline): Promise<void> {
    try {
      await pipeline.start();
      note(pipeline.channel, true, null);
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown';
      rooms.logger.error({ channel: pipeline.channel, why }, 'a channel could not connect and is tried again');
      note(pipeline.channel, false, why);
      const timer = setTimeout(() => {
        retries.delete(timer);
        void connect(pipeline);
      }, RECONNECT_MS);
      retries.add(timer);
    }
  }

  return {
    // Who only works is delivered nothing.
    hooks: config.role === 'worker' ? [] : createHooks(pipelines),
    problems,
    start() {
      note('web', true, null);
      for (const pipeline of pipelines) void connect(pipeline);
    },
    async stop() {
      for (const timer of retries) clearTimeout(timer);
      await Promise.all(pipelines.map((pipeline) => pipeline.stop()));
      removeServing(config.dataDirectory);
    },
  };
}
