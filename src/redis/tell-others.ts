import { randomUUID } from 'node:crypto';
import { createGathering, createListeners, type Notices } from '../store/notices.ts';
import type { Redis } from './open-redis.ts';

/**
 * Notices over Redis, and over `database` whenever Redis does not take them: listeners hear both, and look by themselves
 * every few seconds in any case. `channel`: one for each desk.
 */
export function createRedisNotices(redis: Redis, database: Notices, channel: string): Notices {
  const listeners = createListeners();
  const own = randomUUID();
  let subscribed = false;

  const gathering = createGathering(async (topics) => {
    const told = await redis.ask((client) =>
      Promise.all(topics.map((topic) => client.publish(channel, `${own} ${topic}`))),
    );
    if (!told) for (const topic of topics) database.announce(topic);
  });

  return {
    announce(topic) {
      setImmediate(() => listeners.tell(topic));
      gathering.add(topic);
    },
    listen(topic, listener) {
      if (!subscribed) {
        subscribed = true;
        redis.subscribe(
          channel,
          (payload) => {
            const [from, told = ''] = payload.split(' ');
            if (from !== own) listeners.tell(told);
          },
          listeners.tellAll,
        );
      }
      const ends = [listeners.add(topic, listener), database.listen(topic, listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    async close() {
      await gathering.close();
      await database.close();
    },
  };
}
