import type { Command } from 'commander';
import { ruleHandOver } from '../channel/rule-hand-over.ts';
import type { CliContext } from './context.ts';
import { openDesk } from './open-desk.ts';

/** `chat`: a conversation in the terminal, on the same storage as the service. */
export function addChat(program: Command, context: CliContext): void {
  program
    .command('chat')
    .description(context.say('cli.chat'))
    .option('--as <name>', context.say('cli.chat_as'), 'me')
    .action(async (options: { as: string }) => {
      const config = { ...context.config(), logLevel: 'error' as const };
      const { desk, releases, close } = await openDesk(config, {
        channel: 'terminal',
        now: context.now,
        handOver: ruleHandOver({ dataResidency: 'self-hosted' }, config.publicUrl),
      });
      const { messages, base, hash } = releases.current();
      const terminal = await context.channels.openTerminal(
        { desk, config, messages, release: () => ({ hash, authorityName: base.profile.name }) },
        { as: options.as, input: context.input, output: context.output },
      );
      process.once('SIGTERM', () => void terminal.stop());
      await terminal.start();
      await terminal.closed;
      await desk.drain();
      await close();
    });
}
