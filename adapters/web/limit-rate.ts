import { Keyv } from 'keyv';
import { RefusedCall } from './refusal.ts';

export interface RateLimits {
  readonly windowMs: number;
  readonly perConversation: number;
  /** Generous: a whole office or a village may share one address. */
  readonly perAddress: number;
}

export const DEFAULT_LIMITS: RateLimits = { windowMs: 60_000, perConversation: 40, perAddress: 600 };

/** Counts calls in windows of `windowMs`; counters of past windows are dropped. Over a limit: `too_many` with the seconds left. */
function createWindows(now: () => number, windowMs: number, counters: Keyv<number>) {
  let openWindow = -1;
  return async function count(key: string, limit: number): Promise<void> {
    const at = now();
    const window = Math.floor(at / windowMs);
    if (window !== openWindow) {
      // Counters of past windows decide nothing any more; dropping them all keeps memory bounded.
      openWindow = window;
      await counters.clear();
    }
    const seen = ((await counters.get(key)) ?? 0) + 1;
    await counters.set(key, seen);
    if (seen > limit)
      throw new RefusedCall('too_many', { retryAfter: Math.ceil(((window + 1) * windowMs - at) / 1000) });
  };
}

/** Counts calls per address. `now` in milliseconds. */
export function createAddressGuard(now: () => number, perMinute: number): (address: string) => Promise<void> {
  const count = createWindows(now, 60_000, new Keyv<number>());
  return (address) => count(address, perMinute);
}

/**
 * Counts messages per conversation and per address in fixed windows. Counters may be lost; they only protect
 * against floods. `now` in milliseconds. Over the limit: `too_many` with the seconds left of the window.
 */
export function createRateGuard(now: () => number, limits: RateLimits = DEFAULT_LIMITS, counters = new Keyv<number>()) {
  const count = createWindows(now, limits.windowMs, counters);
  return async function guard(conversation: string, address: string): Promise<void> {
    await count(`address:${address}`, limits.perAddress);
    await count(`conversation:${conversation}`, limits.perConversation);
  };
}
