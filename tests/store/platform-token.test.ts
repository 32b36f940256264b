import { expect, test } from 'vitest';
import { createTokenKeeper } from '../../adapters/_shared/token-keeper.ts';
import { createTokenStore, type Store } from '../../src/store/index.ts';
import { NOW } from './now.ts';
import { openTemporary } from './temporary-store.ts';

const HOUR = 3_600_000;

/** A process of the account, and what it asked of the platform. */
function startProcess(store: Store, account: string, name = 'one') {
  const asked: (string | undefined)[] = [];
  const keeper = createTokenKeeper({
    store: createTokenStore(store, account),
    now: () => NOW,
    fetchToken: async (refused) => {
      asked.push(refused);
      return { value: `${account} token ${asked.length} of ${name}`, endsAt: NOW.getTime() + 2 * HOUR };
    },
  });
  return { keeper, asked };
}

test('a platform is asked for a token by one process, and another uses it', async () => {
  const store = await openTemporary();
  const [one, other] = [startProcess(store, 'wechat wx1'), startProcess(store, 'wechat wx1', 'other')];
  expect(await one.keeper.get()).toBe('wechat wx1 token 1 of one');
  expect(await other.keeper.get()).toBe('wechat wx1 token 1 of one');
  expect(other.asked).toEqual([]);
});

test('a token one process was refused is renewed for the others too', async () => {
  const store = await openTemporary();
  const [one, other] = [startProcess(store, 'wechat wx1'), startProcess(store, 'wechat wx1', 'other')];
  const refused = await one.keeper.get();
  const renewed = await other.keeper.renew(refused);
  expect(await one.keeper.renew(refused)).toBe(renewed);
  expect([one.asked, other.asked]).toEqual([[undefined], [refused]]);
});

test('two accounts have nothing to do with each other', async () => {
  const store = await openTemporary();
  await startProcess(store, 'wechat wx1').keeper.get();
  expect(await startProcess(store, 'wechat wx2').keeper.get()).toBe('wechat wx2 token 1 of one');
});

test('what is kept can be read with the key only', async () => {
  const store = await openTemporary();
  await startProcess(store, 'wechat wx1').keeper.get();
  const [row] = await store.db.selectFrom('platform_tokens').selectAll().execute();
  expect(Buffer.from(row?.token ?? []).toString('latin1')).not.toContain('token 1');
});
