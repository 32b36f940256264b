import type { AdapterSetting, PlatformAdapter, Reading } from './adapter.ts';
import type { Inbound } from './message.ts';

/** One bot, Official Account or workspace of a platform, as the settings describe it. */
export interface Account {
  /** `1` for the settings as named, `2` for those that end in `_2`, and so on. */
  readonly number: number;
  /** The settings of this account under the names the adapter knows. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The accounts that settings speak of: `WECHAT_TOKEN` belongs to the first, `WECHAT_TOKEN_2` to the second. An account
 * with any setting of its own is meant to run; one without does not exist.
 */
export function listAccounts(
  settings: readonly AdapterSetting[],
  values: Readonly<Record<string, string>>,
): readonly Account[] {
  const known = new Set(settings.map((setting) => setting.name));
  const accounts = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(values)) {
    const [, base = name, suffix = '1'] = known.has(name) ? [] : (/^(.+)_([2-9]|[1-9]\d)$/u.exec(name) ?? []);
    if (!known.has(base)) continue;
    const number = Number(suffix);
    accounts.set(number, { ...accounts.get(number), [base]: value });
  }
  return [...accounts]
    .map(([number, own]) => ({ number, values: own }))
    .sort((one, other) => one.number - other.number);
}

/** Required settings an account lacks, under the names they have in the environment. */
export function listMissing(settings: readonly AdapterSetting[], { number, values }: Account): readonly string[] {
  const missing = settings.filter((setting) => setting.required && !values[setting.name]);
  return missing.map(({ name }) => (number === 1 ? name : `${name}_${number}`));
}

/** Name of an account's channel: `wechat`, `wechat-2`. */
export function nameChannel(platform: string, number: number): string {
  return number === 1 ? platform : `${platform}-${number}`;
}

/** The adapter of a further account under a channel name of its own, so that each sends only what it owes. */
export function asAccount(adapter: PlatformAdapter, number: number): PlatformAdapter {
  if (number === 1) return adapter;
  const name = nameChannel(adapter.name, number);
  const own = (messages: readonly Inbound[]) => messages.map((message) => ({ ...message, channel: name }));
  const { read, start } = adapter;
  return {
    ...adapter,
    name,
    ...(read && {
      read: async (request: Request): Promise<Reading> => {
        const reading = await read(request);
        return reading.kind === 'messages' ? { ...reading, messages: own(reading.messages) } : reading;
      },
    }),
    ...(start && { start: (deliver: Parameters<typeof start>[0]) => start((messages) => deliver(own(messages))) }),
  };
}
