import { type Counters, createLocalCounters } from '../../src/channel/counters.ts';
import { RefusedCall } from './refusal.ts';

export interface RateLimits {
  readonly windowMs: number;
  readonly perConversation: number;
  /** Generous: a whole office or a village may share one address. */
  readonly perAddress: number;
}

export const DEFAULT_LIMITS: RateLimits = { windowMs: 60_000, perConversation: 40, perAddress: 600 };

/** Counts calls in windows of `windowMs`. Over a limit: `too_many` with the seconds left. */
function createWindows(now: () => number, windowMs: number, counters: Counters) {
  return async function count(key: string, limit: number): Promise<void> {
    const at = now();
    const left = (Math.floor(at / windowMs) + 1) * windowMs - at;
    if ((await counters.add(key, windowMs, at)) > limit)
      throw new RefusedCall('too_many', { retryAfter: Math.ceil(left / 1000) });
  };
}

/** Counts calls of `path` per address. `now` in milliseconds. */
export function createAddressGuard(
  now: () => number,
  { path, perMinute, counters }: { readonly path: string; readonly perMinute: number; readonly counters: Counters },
): (address: string) => Promise<void> {
  const count = createWindows(now, 60_000, counters);
  return (address) => count(`${path} ${address}`, perMinute);
}

/**
 * Counts messages per conversation and per address in fixed windows. Counters may be lost; they only protect
 * against floods. `now` in milliseconds. Over the limit: `too_many` with the seconds left of the window.
 */
export function createRateGuard(
  now: () => number,
  limits: RateLimits = DEFAULT_LIMITS,
  counters: Counters = createLocalCounters(),
) {
  const count = createWindows(now, limits.windowMs, counters);
  return async function guard(conversation: string, address: string): Promise<void> {
    await count(`address:${address}`, limits.perAddress);
    await count(`conversation:${conversation}`, limits.perConversation);
  };
}
