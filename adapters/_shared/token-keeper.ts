/** An access token and when it ends, in milliseconds since 1970. */
export interface AccessToken {
  readonly value: string;
  readonly endsAt: number;
}

/** Where a token is kept, so that all workers of one account use the same. */
export interface TokenStore {
  readonly read: () => Promise<AccessToken | undefined>;
  readonly write: (token: AccessToken) => Promise<void>;
}

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

/** A store within this process. */
export function createMemoryTokenStore(): TokenStore {
  let kept: AccessToken | undefined;
  return {
    read: async () => kept,
    write: async (token) => {
      kept = token;
    },
  };
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
