import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Counters } from '../../channel/counters.ts';

/** Lets the web server's limit count where all processes count. */
export function makeLimitStore(counters: Counters, now: () => Date): FastifyRateLimitStoreCtor {
  return class implements FastifyRateLimitStore {
    incr(...[address, done, windowMs]: Parameters<FastifyRateLimitStore['incr']>): void {
      const at = now().getTime();
      const ttl = windowMs - (at % windowMs);
      void counters.add(`desk ${address}`, windowMs, at).then((current) => done(null, { current, ttl }));
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
