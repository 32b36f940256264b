import { type Account, listAccounts, listMissing, nameChannel } from '../channel/accounts.ts';
import type { PlatformModule } from '../channel/adapter.ts';
import type { CliContext } from './context.ts';

/** An account that settings speak of, complete or not. */
export interface FoundAccount {
  readonly channel: string;
  readonly module: PlatformModule;
  readonly account: Account;
  readonly missing: readonly string[];
}

/** Every account of every platform that settings speak of. A platform none speaks of is not even loaded. */
export async function findAccounts({ channels, otherSettings }: CliContext): Promise<readonly FoundAccount[]> {
  const values = otherSettings();
  const found: FoundAccount[] = [];
  for (const { name, load } of channels.platforms) {
    if (!Object.keys(values).some((key) => key.startsWith(`${name.toUpperCase()}_`))) continue;
    const module = await load();
    for (const account of listAccounts(module.settings, values)) {
      const missing = listMissing(module.settings, account);
      found.push({ channel: nameChannel(name, account.number), module, account, missing });
    }
  }
  return found;
}
