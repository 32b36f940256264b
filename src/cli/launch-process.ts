import { getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';
import { loop } from '../chaos/loop-module.ts';
import type { Config } from '../config.ts';
import type { CliContext } from './context.ts';

/** Where a database of one's own is made when no setting names a server. */
export const SERVER_URL = 'postgres://postgres@127.0.0.1:5432/postgres';

export interface Place {
  /** Data folder of the process. */
  readonly directory: string;
  readonly role: Config['role'];
  readonly key: string;
  readonly secret: string;
  readonly platformUrl: string;
  readonly databaseUrl: string | undefined;
  readonly redisUrl?: string | undefined;
}

/** `web-2` takes messages in. */
export function readRole(name: string): Config['role'] {
  const [role] = name.split('-');
  return role === 'web' || role === 'worker' ? role : 'all';
}

/** How to start a process of this desk that runs a hidden command, with settings of its own and none of ours. */
export function launchProcess({ root }: Config, call: readonly string[], place: Place) {
  const { directory, role, key, secret, platformUrl, databaseUrl, redisUrl } = place;
  const compiled = getCompileCacheDir();
  return {
    command: [process.execPath, ...process.execArgv, join(root, 'src/main.ts'), ...call],
    environment: {
      DESK_DATA: directory,
      DESK_KEY: key,
      DESK_PORT: '0',
      DESK_ROLE: role,
      DESK_LOG_LEVEL: 'fatal',
      DESK_LOCALE: 'en',
      LOOP_URL: platformUrl,
      LOOP_SECRET: secret,
      // Compiling everything anew takes a third of a start.
      ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) }),
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      ...(databaseUrl === undefined
        ? {}
        : {
            DATABASE_URL: databaseUrl,
            DESK_DB_POOL: '4',
            DESK_DB_CONNECT_MS: '2000',
            DESK_DB_STATEMENT_MS: '5000',
          }),
    },
  };
}

/** Serves as it is served, but over the loopback platform alone. */
export async function serveOverLoop(context: CliContext): Promise<void> {
  const { serveDesk } = await import('./serve.ts');
  const channels = { ...context.channels, platforms: [{ name: loop.name, load: async () => loop }] };
  await serveDesk(context.config(), { ...context, channels });
}
