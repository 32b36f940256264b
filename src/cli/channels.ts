import type { Command } from 'commander';
import { listTroubles } from '../desk/index.ts';
import { countChannels } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { findAccounts } from './find-accounts.ts';
import { createLogger } from './open-desk.ts';
import { readServing } from './serving-file.ts';
import { withStore } from './with-store.ts';

/** How one channel stands. Instants are ISO 8601 in UTC. */
interface ChannelStanding {
  readonly channel: string;
  readonly configured: boolean;
  readonly missing: readonly string[];
  readonly connected: boolean;
  /** Why it is not connected, when that is known. */
  readonly why: string | null;
  readonly lastMessageAt: string | null;
  readonly pending: number;
  readonly undelivered: number;
  readonly setAside: number;
}

async function readStandings(context: CliContext): Promise<readonly ChannelStanding[]> {
  const accounts = await findAccounts(context);
  const missing = new Map(accounts.map((account) => [account.channel, account.missing]));
  const counts = new Map(
    (await withStore(context, createLogger(context.config()), countChannels)).map((each) => [each.channel, each]),
  );
  const serving = readServing(context.config().dataDirectory);
  const names = new Set([
    'web',
    'terminal',
    ...context.channels.platforms.map(({ name }) => name),
    ...accounts.map(({ channel }) => channel),
    ...counts.keys(),
  ]);
  return [...names].map((channel) => {
    const { lastMessageAt = null, pending = 0, undelivered = 0, setAside = 0 } = counts.get(channel) ?? {};
    const lacks = missing.get(channel);
    const configured = channel === 'web' || channel === 'terminal' || lacks?.length === 0;
    const up = serving?.channels[channel];
    return {
      channel,
      configured,
      missing: lacks ?? [],
      connected: up?.connected ?? false,
      why: up?.why ?? null,
      lastMessageAt,
      pending,
      undelivered,
      setAside,
    };
  });
}

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
      const rows = troubles
        ? await withStore(context, createLogger(context.config()), listTroubles)
        : await readStandings(context);
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
