import type { ChannelStanding } from '../channel/standing.ts';
import { countChannels, type Executor } from '../store/index.ts';
import type { CliContext } from './context.ts';
import { type FoundAccount, findAccounts } from './find-accounts.ts';
import { findStaffRoom } from './find-staff-room.ts';
import { readServing } from './serving-file.ts';

/** What a platform says about a failure may quote the address it was asked at, with the token in it. */
function hideSecrets(why: string, accounts: readonly FoundAccount[]): string {
  const secrets = accounts.flatMap(({ module, account }) =>
    module.settings.filter(({ secret }) => secret).map(({ name }) => account.values[name] ?? ''),
  );
  return secrets.filter((each) => each !== '').reduce((text, secret) => text.replaceAll(secret, '***'), why);
}

/** The room of the staff, where settings speak of one: cards and threads, not citizens' messages. */
async function readRoomStanding(context: CliContext): Promise<readonly ChannelStanding[]> {
  const room = await findStaffRoom(context);
  if (!room) return [];
  const nothing = { lastMessageAt: null, pending: 0, undelivered: 0, setAside: 0 };
  const { module, missing } = room;
  const standing = { configured: missing.length === 0, missing, connected: false, why: null };
  return [{ channel: `staff-room/${module.name}`, ...standing, ...nothing }];
}

/**
 * How every channel stands: those always there, those settings speak of, those somebody once wrote on, and the staff's
 * own room.
 */
export async function readChannelStandings(
  context: CliContext,
  executor: Executor,
): Promise<readonly ChannelStanding[]> {
  const accounts = await findAccounts(context);
  const missing = new Map(accounts.map((account) => [account.channel, account.missing]));
  const counts = new Map((await countChannels(executor)).map((each) => [each.channel, each]));
  const serving = readServing(context.config().dataDirectory);
  const names = new Set([
    'web',
    'terminal',
    ...context.channels.platforms.map(({ name }) => name),
    ...accounts.map(({ channel }) => channel),
    ...counts.keys(),
  ]);
  const standings = [...names].map((channel) => {
    const { lastMessageAt = null, pending = 0, undelivered = 0, setAside = 0 } = counts.get(channel) ?? {};
    const lacks = missing.get(channel);
    const up = serving?.channels[channel];
    return {
      channel,
      configured: channel === 'web' || channel === 'terminal' || lacks?.length === 0,
      missing: lacks ?? [],
      connected: up?.connected ?? false,
      why: up?.why == null ? null : hideSecrets(up.why, accounts),
      lastMessageAt,
      pending,
      undelivered,
      setAside,
    };
  });
  return [...standings, ...(await readRoomStanding(context))];
}
