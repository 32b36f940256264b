import { openWay, type Way } from '../chaos/blackhole.ts';
import type { Server } from '../chaos/nemesis.ts';
import { startOwnPostgres } from '../chaos/own-postgres.ts';
import { type OwnRedis, startOwnRedis } from '../chaos/redis-server.ts';
import { makeOwnDatabase, type OwnDatabase } from '../chaos/server-store.ts';
import type { Config } from '../config.ts';
import { SERVER_URL } from './launch-process.ts';

/** What the processes of a run store on and tell each other through. */
export interface ChaosServers {
  readonly server: Server | undefined;
  /** Where the processes find the database; undefined where they use a file. */
  readonly databaseUrl: string | undefined;
  /** Where the checker finds it, past what is done to the way there. */
  readonly directUrl: string | undefined;
  readonly switchOver: OwnDatabase['switchOver'] | undefined;
  readonly redis: OwnRedis | undefined;
  readonly way: Way | undefined;
  readonly close: () => Promise<void>;
}

const NONE = {
  server: undefined,
  databaseUrl: undefined,
  directUrl: undefined,
  switchOver: undefined,
  redis: undefined,
  way: undefined,
};

/** A database on the server of the settings, or with `own` a PostgreSQL and a Redis started for this run alone. */
export async function openChaosServers(
  config: Config,
  { engine, own }: { readonly engine: 'sqlite' | 'postgres'; readonly own: boolean },
): Promise<ChaosServers> {
  if (engine === 'sqlite') return { ...NONE, close: async () => {} };
  const postgres = own ? await startOwnPostgres() : undefined;
  const redis = own ? await startOwnRedis() : undefined;
  const database = await makeOwnDatabase(postgres?.url ?? config.database?.url ?? SERVER_URL);
  const way = own ? await openWay(new URL(database.url), () => performance.now()) : undefined;
  return {
    server: { ...postgres, ...database, swallow: way?.swallow },
    databaseUrl: way?.url.href ?? database.url,
    directUrl: database.url,
    switchOver: database.switchOver,
    redis,
    way,
    async close() {
      way?.close();
      await database.drop().catch(() => {});
      await redis?.stop();
      await postgres?.stop();
    },
  };
}
