import type { Random } from './random.ts';
import type { OwnRedis } from './redis-server.ts';

export type Strike = () => void | Promise<void>;
export type Blow = readonly [weight: number, blow: Strike];

export interface RedisField {
  readonly redis: OwnRedis;
  readonly random: Random;
  readonly note: (what: string, process: string | null) => void;
  /** What fell found Redis struck already. */
  readonly onMissed: () => void;
}

/** What can be done to Redis: each goes on while other blows fall, one at a time. */
export function listRedisBlows({ redis, random, note, onMissed }: RedisField): readonly Blow[] {
  let struck = false;

  async function fillUp(): Promise<void> {
    await redis.command('CONFIG', 'SET', 'maxmemory', '1');
    setTimeout(
      () => void redis.command('CONFIG', 'SET', 'maxmemory', '0').catch(() => {}),
      random.between(500, 3000),
    ).unref();
  }

  function strike(how: string, work: () => Promise<unknown>): void {
    if (struck) {
      onMissed();
      return;
    }
    struck = true;
    note(`Redis ${how}`, null);
    void work()
      .catch(() => {})
      .finally(() => {
        struck = false;
      });
  }

  return [
    [1, () => strike('killed', () => redis.kill().then(redis.revive))],
    [1, () => strike('emptied', () => redis.command('FLUSHALL'))],
    [1, () => strike('silent', () => redis.pause(random.between(500, 3000)))],
    [1, () => strike('full', fillUp)],
  ];
}
