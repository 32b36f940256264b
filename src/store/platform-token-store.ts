import type { AccessToken, TokenStore } from '../channel/token-store.ts';
import type { Executor } from './executor.ts';
import type { Place } from './seal.ts';

function placeOfToken(name: string): Place {
  return { table: 'platform_tokens', column: 'token', key: [name] };
}

/**
 * A platform's access token, sealed, for every process on this database. Two that find none at the same moment may
 * both ask the platform: it gives both the same one.
 */
export function createTokenStore(executor: Executor, name: string): TokenStore {
  const { db, sealer } = executor;
  return {
    async read(): Promise<AccessToken | undefined> {
      const row = await db
        .selectFrom('platform_tokens')
        .select(['token', 'ends_at'])
        .where('name', '=', name)
        .executeTakeFirst();
      return row && { value: sealer.open(placeOfToken(name), row.token), endsAt: Date.parse(row.ends_at) };
    },
    async write({ value, endsAt }) {
      const kept = { token: sealer.seal(placeOfToken(name), value), ends_at: new Date(endsAt).toISOString() };
      await db
        .insertInto('platform_tokens')
        .values({ name, ...kept })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(kept))
        .execute();
    },
  };
}
