/** An access token of a platform and when it ends, in milliseconds since 1970. */
export interface AccessToken {
  readonly value: string;
  readonly endsAt: number;
}

/** Where a token is kept, so that all processes of one account use the same. */
export interface TokenStore {
  readonly read: () => Promise<AccessToken | undefined>;
  readonly write: (token: AccessToken) => Promise<void>;
}

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
