import type { AdapterSetting, PlatformAdapter, Reading, Sent } from '../../src/channel/adapter.ts';
import { DeskError } from '../../src/errors.ts';

/** Settings of one account, by their plain names. `suffix` is empty for the first account, then `_2`, `_3`. */
interface AccountValues {
  readonly suffix: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Sorts settings by account: `TELEGRAM_BOT_TOKEN_2` is the second account's `TELEGRAM_BOT_TOKEN`. */
export function splitAccounts(
  values: Readonly<Record<string, string>>,
  table: readonly AdapterSetting[],
): readonly AccountValues[] {
  const names = new Set(table.map(({ name }) => name));
  const accounts = new Map<string, Record<string, string>>([['', {}]]);
  for (const [key, value] of Object.entries(values)) {
    const [, name = '', suffix = ''] = /^(.+?)(_[2-9]|_[1-9]\d)?$/u.exec(key) ?? [];
    if (!names.has(name) || value === '') continue;
    accounts.set(suffix, { ...accounts.get(suffix), [name]: value });
  }
  return [...accounts].map(([suffix, own]) => ({ suffix, values: own }));
}

async function firstReading(adapters: readonly PlatformAdapter[], request: Request): Promise<Reading> {
  let refused: Reading = { kind: 'refused', why: 'unknown_account', answer: new Response(null, { status: 401 }) };
  for (const adapter of adapters) {
    const reading = await adapter.read?.(request.clone());
    // Anything but "not mine" is the word of the account whose delivery it is.
    if (reading && (reading.kind === 'messages' || reading.answer.status !== 401)) return reading;
    refused = reading ?? refused;
  }
  return refused;
}

async function firstSent(
  adapters: readonly PlatformAdapter[],
  dispatch: Parameters<PlatformAdapter['send']>[0],
): Promise<Sent> {
  for (const adapter of adapters) {
    const sent = await adapter.send(dispatch);
    // An account answers for its own conversations only; another's are gone to it.
    if (sent.kind !== 'undeliverable' || sent.why !== 'gone') return sent;
  }
  return { kind: 'undeliverable', why: 'gone' };
}

/** Several accounts of one platform as one channel: each knows its own deliveries, conversations and files. */
export function joinAccounts(first: PlatformAdapter, others: readonly PlatformAdapter[]): PlatformAdapter {
  if (others.length === 0) return first;
  const adapters = [first, ...others];
  return {
    name: first.name,
    capabilities: first.capabilities,
    read: (request) => firstReading(adapters, request),
    send: (dispatch) => firstSent(adapters, dispatch),
    async start(deliver) {
      await Promise.all(adapters.map((adapter) => adapter.start?.(deliver)));
    },
    async stop() {
      await Promise.all(adapters.map((adapter) => adapter.stop()));
    },
    async fetchFile(reference, most) {
      for (const adapter of adapters) {
        const file = await adapter.fetchFile?.(reference, most);
        if (file !== undefined && file !== 'gone') return file;
      }
      return 'gone';
    },
  };
}

/**
 * Opens a platform for every account that is set.
 * @throws DeskError CONFIG_INVALID, naming the suffix of the account whose settings do not hold
 */
export async function openAccounts(
  values: Readonly<Record<string, string>>,
  table: readonly AdapterSetting[],
  openOne: (values: Readonly<Record<string, string>>) => Promise<PlatformAdapter>,
): Promise<PlatformAdapter> {
  const open = async ({ suffix, values: own }: AccountValues) => {
    try {
      return await openOne(own);
    } catch (error) {
      if (suffix === '' || !(error instanceof DeskError)) throw error;
      throw new DeskError(error.code, `account ${suffix}: ${error.message}`, { cause: error });
    }
  };
  const [first = { suffix: '', values: {} }, ...others] = splitAccounts(values, table);
  return joinAccounts(await open(first), await Promise.all(others.map(open)));
}
