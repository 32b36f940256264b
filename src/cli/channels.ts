import type { Command } from 'commander';
import type { ChannelStanding } from '../channel/standing.ts';
import { type ListedTrouble, listTroubles } from '../desk/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { readChannelStandings } from './read-channel-standings.ts';
import { withStore } from './with-store.ts';

function writeStanding(context: CliContext, standing: ChannelStanding): string {
  const { channel, configured, missing, connected, lastMessageAt, undelivered, setAside } = standing;
  const state = connected ? 'on' : configured ? 'ready' : missing.length > 0 ? 'incomplete' : 'off';
  return [
    channel.padEnd(12),
    context.say(`cli.channel_${state}`, { missing: missing.join(' ') }),
    ...(standing.why === null ? [] : [standing.why]),
    ...(lastMessageAt === null ? [] : [context.say('cli.channel_last', { at: lastMessageAt })]),
    ...(undelivered + setAside === 0 ? [] : [context.say('cli.channel_troubles', { undelivered, setAside })]),
  ].join('  ');
}

/** `channels`: every channel's state, and what went wrong on it. */
export function addChannels(program: Command, context: CliContext): void {
  program
    .command('channels')
    .description(context.say('cli.channels'))
    .option('--json', context.say('cli.json'))
    .option('--troubles', context.say('cli.channels_troubles'))
    .action(async ({ json, troubles }: { json?: boolean; troubles?: boolean }) => {
      const rows: readonly (ChannelStanding | ListedTrouble)[] = await withStore(
        context,
        createLogger(context.config()),
        async (store) => (troubles ? listTroubles(store) : readChannelStandings(context, store)),
      );
      if (json) for (const row of rows) print(context.output, JSON.stringify(row));
      else if (rows.length === 0) print(context.output, context.say('cli.requests_none'));
      else
        for (const row of rows) {
          const text =
            'connected' in row
              ? writeStanding(context, row)
              : [row.at, row.channel, row.why, row.conversation, ...row.requests, ...row.reach].join('  ');
          print(context.output, text);
        }
    });
}
