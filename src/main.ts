import { join, resolve } from 'node:path';
import type { Channels, CliContext } from './cli/context.ts';
import { buildProgram } from './cli/program.ts';
import { type Config, readConfig, readOtherSettings } from './config.ts';
import { DeskError } from './errors.ts';
import { createSpeaker, loadMessages } from './messages.ts';

/** What a channel is called and can do. */
async function describeChannels() {
  const [web, ...platforms] = await Promise.all([
    import('../adapters/web/index.ts'),
    ...channels.platforms.map(({ load }) => load()),
  ]);
  return [
    { name: 'web', capabilities: web.CAPABILITIES },
    ...platforms.map(({ name, capabilities }) => ({ name, capabilities })),
  ];
}

/** Channels are loaded when a command opens them, so that `ask` does not pay for a web server. */
const channels: Channels = {
  platforms: [
    { name: 'telegram', load: async () => (await import('../adapters/telegram/index.ts')).telegram },
    { name: 'slack', load: async () => (await import('../adapters/slack/index.ts')).slack },
    { name: 'wechat', load: async () => (await import('../adapters/wechat/index.ts')).wechat },
    { name: 'wecom', load: async () => (await import('../adapters/wecom/index.ts')).wecom },
    { name: 'feishu', load: async () => (await import('../adapters/feishu/index.ts')).feishu },
    { name: 'dingtalk', load: async () => (await import('../adapters/dingtalk/index.ts')).dingtalk },
  ],
  loadStaffRoom: async () => (await import('../adapters/slack/room/index.ts')).slackRoom,
  openWeb: async (services) => (await import('../adapters/web/index.ts')).openWeb(services),
  openTerminal: async (services, options) =>
    (await import('../adapters/terminal/index.ts')).openTerminal(services, options),
  describe: describeChannels,
  loadWeb: async () => {
    await import('../adapters/web/index.ts');
  },
  isPageFresh: async (root) => (await import('../adapters/web/page/build.ts')).isPageFresh(root),
  bench: async (options) => (await import('../tools/bench-channel.ts')).benchChannels(options),
  preparePage: async (root) => (await import('../adapters/web/page/build.ts')).ensurePage(root),
};

function makeContext(): CliContext {
  let config: Config | undefined;
  const directory = join(resolve(import.meta.dirname, '..'), 'messages');
  const locale = process.env.DESK_LOCALE === 'en' ? 'en' : 'zh-CN';
  return {
    config: () => {
      config ??= readConfig();
      return config;
    },
    otherSettings: () => readOtherSettings(),
    messages: () => loadMessages(directory),
    say: createSpeaker(directory, locale),
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    now: () => new Date(),
    channels,
    setExitCode: (code) => {
      process.exitCode = code;
    },
  };
}

/** A command that has failed ends, whatever it has left open. */
const LINGER_MS = 2000;

function reportFailure(error: unknown): void {
  if (!(error instanceof DeskError)) throw error;
  process.stderr.write(`${error.message}\n`);
  if (error.hint) process.stderr.write(`→ ${error.hint}\n`);
  process.exitCode = error.exitCode;
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

// A reader that goes away (`desk ask … | head -1`) ends the command quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  const program = await buildProgram(makeContext(), process.argv[2]);
  await program.parseAsync(process.argv);
} catch (error) {
  reportFailure(error);
}
