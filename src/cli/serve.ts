import { randomBytes } from 'node:crypto';
import { getPriority, setPriority } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { createScanner } from '../attachments/index.ts';
import type { Config } from '../config.ts';
import { turn } from '../conversation/turn.ts';
import { createDeskFiles } from '../delivery/index.ts';
import { DeskError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { createOpenSide } from '../open/index.ts';
import { createDownload } from '../own-documents/index.ts';
import type { CliContext } from './context.ts';
import { print } from './context.ts';
import { greetStaff } from './greet-staff.ts';
import type { ReleaseHolder } from './hold-release.ts';
import { createMetrics } from './metrics.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';
import { openPlatforms } from './open-platforms.ts';
import { writeProblem } from './open-release.ts';
import { openTicker } from './open-ticker.ts';
import { prepareAhead, prepareApart } from './prepare-ahead.ts';

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('0–65535');
  return port;
}

/** Resolves at the first Ctrl-C or termination signal; a second one ends the process at once. */
function waitForStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      resolve();
      process.once(signal, () => process.exit(130));
    });
  }
  return promise;
}

/** The last good release stays, whatever goes wrong. */
async function reloadReleases(releases: ReleaseHolder, logger: Logger): Promise<void> {
  try {
    const problems = await releases.reload();
    if (problems.length)
      logger.warn({ problems: problems.map(writeProblem) }, 'knowledge not reloaded, the last good release stays');
    else logger.info({ release: releases.current().hash }, 'knowledge reloaded');
  } catch (error) {
    logger.warn({ why: error instanceof Error ? error.message : '' }, 'knowledge not reloaded');
  }
}

/** The room of the staff on a chat platform, when settings speak of one. One that cannot be opened is named; the rest runs. */
async function openRoom(
  context: CliContext,
  config: Config,
  rooms: Pick<OpenDesk, 'desk' | 'store' | 'releases' | 'logger'>,
) {
  if (!Object.keys(context.otherSettings()).some((name) => name.startsWith('STAFF_'))) return undefined;
  try {
    const { openStaffRoom } = await import('./open-staff-room.ts');
    return await openStaffRoom(context, config, rooms);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    print(context.errors, context.say('cli.room_skipped', { why: error.message }));
    return undefined;
  }
}

/** So much precedence a process that only works leaves to those that take in: somebody waits there to hear that it is stored. */
const NICE_WORKER = 5;

/** Serves until it is told to stop. */
export async function serveDesk(config: Config, context: CliContext): Promise<void> {
  const stop = waitForStop();
  const [takes, works] = [config.role !== 'worker', config.role !== 'web'];
  if (!takes) setPriority(Math.max(getPriority(), NICE_WORKER));
  await prepareAhead(config, context);
  const { desk, store, releases, logger, files, render, counters, close } = await openDesk(config, {
    channel: 'web',
    now: context.now,
    prepareApart,
  });
  const metrics = createMetrics(store);
  const ticker = openTicker(config, { store, logger, releases }, context.now);
  const platforms = await openPlatforms(context, config, { store, releases, logger, files, metrics });
  for (const { channel, why } of platforms.problems)
    print(context.errors, context.say('cli.channel_skipped', { channel, why }));
  const room = await openRoom(context, config, { desk, store, releases, logger });
  const openSide = createOpenSide({ release: releases.current, now: context.now, publicUrl: config.publicUrl });
  const download = createDownload({ store, release: releases.current, now: context.now, render });
  const uploads = createDeskFiles({
    store,
    desk,
    channel: 'web',
    turn,
    release: releases.current,
    pageUrl: config.publicUrl,
    scan: createScanner(config.scanner),
    random: randomBytes,
    now: context.now,
    logger,
  });
  const web = await context.channels.openWeb({
    desk,
    receiveFile: uploads.receive,
    config,
    deskApi: async () => {
      const { openDeskApi } = await import('./open-desk-api.ts');
      return openDeskApi(context, config, { desk, store, releases, logger, counters });
    },
    hooks: takes ? [...platforms.hooks, metrics.hook, ...openSide, download] : [metrics.hook],
    hooksOnly: !takes,
    counters,
    messages: releases.current().messages,
    release: () => ({ hash: releases.current().hash, authorityName: releases.current().base.profile.name }),
  });
  process.on('SIGHUP', () => void reloadReleases(releases, logger));
  try {
    const address = await web.start();
    platforms.start();
    if (works) ticker.start();
    if (works) room?.start();
    if (takes) uploads.start();
    print(context.output, context.say('cli.listening', { address: address ?? '', ms: Math.round(performance.now()) }));
    const greeting = new AbortController();
    const greeted = greetStaff(context, store, greeting.signal);
    await Promise.race([stop, greeted.then(() => stop)]);
    greeting.abort();
    await greeted;
    print(context.output, context.say('cli.stopping'));
  } finally {
    await web.stop();
    await uploads.stop();
    await platforms.stop();
    if (works) await room?.stop();
    await ticker.stop();
    await desk.drain();
    await close();
  }
  print(context.output, context.say('cli.stopped'));
}

/** `serve`: the desk with its web channel, until Ctrl-C. SIGHUP reads the knowledge again. */
export function addServe(program: Command, context: CliContext): void {
  program
    .command('serve')
    .description(context.say('cli.serve'))
    .option('--port <port>', context.say('cli.serve_port'), readPort)
    .option('--host <host>', context.say('cli.serve_host'))
    .addOption(new Option('--role <role>', context.say('cli.serve_role')).choices(['all', 'web', 'worker']))
    .action(async (options: Partial<Pick<Config, 'port' | 'host' | 'role'>>) => {
      await serveDesk({ ...context.config(), ...options }, context);
    });
}
