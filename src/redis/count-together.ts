import { type Counters, createLocalCounters } from '../channel/counters.ts';
import type { Redis } from './open-redis.ts';

/**
 * Counts of all processes that share a Redis. Each counts for itself as well: while Redis is away, slow, full or has been
 * emptied, that is what is known. `name` makes a key out of what is counted that tells nobody who it was.
 */
export function createSharedCounters(redis: Redis, name: (key: string) => string): Counters {
  const own = createLocalCounters();
  return {
    async add(key, windowMs, at) {
      const counted = await own.add(key, windowMs, at);
      const shared = await redis.ask(async (client) => {
        const place = name(`${Math.floor(at / windowMs)} ${windowMs} ${key}`);
        // Clocks that are apart still count in the same window: it is kept twice as long as it lasts.
        const [many] = await client
          .multi()
          .incr(place)
          .pExpire(place, windowMs * 2)
          .execTyped();
        return many;
      });
      return Math.max(counted, shared ?? 0);
    },
  };
}
