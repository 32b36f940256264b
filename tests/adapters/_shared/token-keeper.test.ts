import { describe, expect, test } from 'vitest';
import { createTokenKeeper } from '../../../adapters/_shared/token-keeper.ts';
import { createMemoryTokenStore } from '../../../src/channel/token-store.ts';

const HOUR = 3_600_000;

/** A platform that numbers its tokens, and a clock that can be moved. */
function setUp({ store = createMemoryTokenStore() } = {}) {
  const clock = { at: Date.parse('2026-11-23T04:00:00Z') };
  const asked: (string | undefined)[] = [];
  const keeper = createTokenKeeper({
    store,
    now: () => new Date(clock.at),
    fetchToken: async (refused) => {
      asked.push(refused);
      return { value: `token-${asked.length}`, endsAt: clock.at + 2 * HOUR };
    },
  });
  return { keeper, store, clock, asked };
}

describe('an access token', () => {
  test('is fetched once, however many ask at once', async () => {
    const { keeper, asked } = setUp();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => keeper.get()));
    expect(new Set(tokens)).toEqual(new Set(['token-1']));
    expect(asked).toHaveLength(1);
  });

  test('is shared by workers with one store', async () => {
    const one = setUp();
    const other = setUp({ store: one.store });
    await one.keeper.get();
    expect(await other.keeper.get()).toBe('token-1');
    expect(other.asked).toEqual([]);
  });

  test('is fetched again shortly before it ends, and not earlier', async () => {
    const { keeper, clock, asked } = setUp();
    await keeper.get();
    clock.at += 1.9 * HOUR;
    expect(await keeper.get()).toBe('token-1');
    clock.at += 0.05 * HOUR;
    expect(await keeper.get()).toBe('token-2');
    expect(asked).toHaveLength(2);
  });

  test('that is refused is renewed once for all who were refused it', async () => {
    const { keeper, asked } = setUp();
    const refused = await keeper.get();
    expect(await Promise.all([keeper.renew(refused), keeper.renew(refused)])).toEqual(['token-2', 'token-2']);
    expect(await keeper.renew(refused)).toBe('token-2');
    expect(asked).toEqual([undefined, 'token-1']);
  });

  test('that could not be fetched is asked for again next time', async () => {
    let down = true;
    const keeper = createTokenKeeper({
      store: createMemoryTokenStore(),
      now: () => new Date(0),
      fetchToken: async () => {
        if (down) throw new Error('down');
        return { value: 'token', endsAt: HOUR };
      },
    });
    await expect(keeper.get()).rejects.toThrow('down');
    down = false;
    expect(await keeper.get()).toBe('token');
  });
});
