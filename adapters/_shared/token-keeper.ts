import type { PlatformServices } from '../../src/channel/adapter.ts';
import { type AccessToken, createMemoryTokenStore, type TokenStore } from '../../src/channel/token-store.ts';

export interface TokenKeeper {
  /** The token in use, fetched when there is none or it is about to end. */
  readonly get: () => Promise<string>;
  /** A token other than the one the platform refused; fetched only when nobody has done so already. */
  readonly renew: (refused: string) => Promise<string>;
}

export interface TokenKeeperOptions {
  /** Asks the platform for a token, other than the one `refused` before its time. Throws when none is given. */
  readonly fetchToken: (refused: string | undefined) => Promise<AccessToken>;
  readonly store: TokenStore;
  readonly now: () => Date;
}

/** A token is renewed this long before it ends, so that none ends under way. */
const MARGIN_MS = 5 * 60_000;

/** Where the token of this account is kept: with the other processes' where there are some. */
export function openTokenStore({ tokens }: Pick<PlatformServices, 'tokens'>, account: string): TokenStore {
  return tokens?.(account) ?? createMemoryTokenStore();
}

/** Keeps one access token: however many ask at once, the platform is asked once. */
export function createTokenKeeper({ fetchToken, store, now }: TokenKeeperOptions): TokenKeeper {
  let fetching: Promise<string> | undefined;

  async function fetchAndKeep(refused: string | undefined): Promise<string> {
    const token = await fetchToken(refused);
    await store.write(token);
    return token.value;
  }
  function fetchOnce(refused?: string): Promise<string> {
    fetching ??= fetchAndKeep(refused).finally(() => {
      fetching = undefined;
    });
    return fetching;
  }
  const readUsable = async (): Promise<string | undefined> => {
    const kept = await store.read();
    return kept && kept.endsAt - MARGIN_MS > now().getTime() ? kept.value : undefined;
  };

  return {
    get: async () => (await readUsable()) ?? fetchOnce(),
    renew: async (refused) => {
      const kept = await readUsable();
      return kept !== undefined && kept !== refused ? kept : fetchOnce(refused);
    },
  };
}
