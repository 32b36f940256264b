import type { ChannelStanding } from '../channel/standing.ts';
import { countChannels, type Executor } from '../store/index.ts';
import type { CliContext } from './context.ts';
import { type FoundAccount, findAccounts } from './find-accounts.ts';
import { readServing } from './serving-file.ts';

/** What a platform says about a failure may quote the address it was asked at, with the token in it. */
function hideSecrets(why: string, accounts: readonly FoundAccount[]): string {
  const secrets = accounts.flatMap(({ module, account }) =>
    module.settings.filter(({ secret }) => secret).map(({ name }) => account.values[name] ?? ''),
  );
  return secrets.filter((each) => each !== '').reduce((text, secret) => text.replaceAll(secret, '***'), why);
}

/** How every channel stands: those always there, those settings speak of, and those somebody once wrote on. */
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
  return [...names].map((channel) => {
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
}
