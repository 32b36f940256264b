import { Keyv } from 'keyv';
import { RefusedCall } from './refusal.ts';

export interface RateLimits {
  readonly windowMs: number;
  readonly perConversation: number;
  /** Generous: a whole office or a village may share one address. */
  readonly perAddress: number;
}

export const DEFAULT_LIMITS: RateLimits = { windowMs: 60_000, perConversation: 40, perAddress: 600 };

/**
 * Counts messages per conversation and per address in fixed windows. Counters may be lost; they only protect
 * against floods. `now` in milliseconds. Over the limit: `too_many` with the seconds left of the window.
 */
export function createRateGuard(now: () => number, limits: RateLimits = DEFAULT_LIMITS, counters = new Keyv<number>()) {
  let openWindow = -1;

  async function count(key: string, limit: number, retryAfter: number): Promise<void> {
    const seen = ((await counters.get(key)) ?? 0) + 1;
    await counters.set(key, seen);
    if (seen > limit) throw new RefusedCall('too_many', { retryAfter });
  }

  return async function guard(conversation: string, address: string): Promise<void> {
    const at = now();
    const window = Math.floor(at / limits.windowMs);
    if (window !== openWindow) {
      // Counters of past windows decide nothing any more; dropping them all keeps memory bounded.
      openWindow = window;
      await counters.clear();
    }
    const retryAfter = Math.ceil(((window + 1) * limits.windowMs - at) / 1000);
    await count(`address:${address}`, limits.perAddress, retryAfter);
    await count(`conversation:${conversation}`, limits.perConversation, retryAfter);
  };
}
