import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql } from 'kysely';
import type { DatabaseSettings } from '../config.ts';
import { DeskError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { describeAddress } from './database-address.ts';
import type { Engine } from './engine.ts';
import type { Notices } from './notices.ts';
import { POSTGRES } from './platform.ts';
import { isConflict } from './postgres-failures.ts';
import { createPostgresNotices, nameListener } from './postgres-notices.ts';
import { makeCursor, openPool, type PoolOptions } from './postgres-pool.ts';
import type { Tables } from './tables.ts';

/** How often a transaction is tried that others got in the way of. */
const TRIES = 6;
const FIRST_PAUSE_MS = 10;

function openKysely(settings: DatabaseSettings, options: PoolOptions): Kysely<Tables> {
  const pool = openPool(settings, options);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool, cursor: makeCursor(options.place) }) });
}

async function tryAgain<T>(work: () => Promise<T>, place: string): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (tries === TRIES) {
        throw new DeskError('STORE_FAILED', `PostgreSQL at ${place}: others wrote the same again and again`, {
          cause: error,
        });
      }
    }
    await delay(FIRST_PAUSE_MS * 2 ** tries);
  }
}

/**
 * A database of PostgreSQL 13 or later, or of a server that speaks its language and has its advisory locks.
 * Transactions see what others have committed (read committed); what must not happen at once is locked by name.
 * @throws DeskError STORE_FAILED when it cannot be reached
 */
export async function openPostgres(settings: DatabaseSettings, logger: Logger): Promise<Engine> {
  const place = describeAddress(settings.url);
  const db = openKysely(settings, { place, size: settings.poolSize, patient: false, logger });
  const patiently: Engine['patiently'] = async (work) => {
    const patient = openKysely(settings, { place, size: 1, patient: true, logger });
    try {
      return await work(patient);
    } finally {
      await patient.destroy();
    }
  };
  try {
    const known = await sql<{
      used: boolean;
      schema: string;
    }>`select to_regclass('key_check') is not null as used, current_schema() as schema`.execute(db);
    const channel = `desk_${known.rows[0]?.schema ?? ''}`.slice(0, 63);
    const send = async (to: string, payloads: readonly string[]) => {
      await sql`select pg_notify(${to}, topic) from unnest(${payloads}::text[]) as topic`.execute(db);
    };
    const transaction: Engine['transaction'] = (work) => tryAgain(() => db.transaction().execute(work), place);
    const notices: Notices = createPostgresNotices({ settings, channel, send, logger });
    return {
      db,
      platform: POSTGRES,
      place,
      isUsed: known.rows[0]?.used === true,
      transaction,
      // The server gathers commits; asking it not to wait would be one question more.
      light: transaction,
      async lock(open, names) {
        // In one order, so that two who want the same do not wait for each other.
        for (const name of [...new Set(names)].sort())
          await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(open);
      },
      async announce(open, topic) {
        await sql`select pg_notify(${channel}, ${topic})`.execute(open);
      },
      notices,
      async countServing() {
        const { rows } = await sql<{ many: number }>`select count(*) as many from pg_stat_activity
          where datname = current_database() and application_name = ${nameListener(channel)}`.execute(db);
        return rows[0]?.many ?? 0;
      },
      patiently,
      snapshot: (work) =>
        patiently((patient) =>
          patient.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
        ),
      async close() {
        await notices.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
