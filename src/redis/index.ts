/** What processes share that may be lost at any time: counts of calls, and word that something is new. */
export { createSharedCounters } from './count-together.ts';
export { isRedisThere, openRedis, type Redis } from './open-redis.ts';
export { createRedisNotices } from './tell-others.ts';
