import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { DatabaseSettings } from '../config.ts';
import { betweenPoints } from '../failpoints.ts';
import type { Logger } from '../logger.ts';
import { checkKey, loadHashKeys } from './check-key.ts';
import type { CipherName } from './cipher.ts';
import { createCommitter, type Transaction } from './commit-together.ts';
import type { Engine } from './engine.ts';
import type { Executor } from './executor.ts';
import { openKeyRing } from './master-key.ts';
import { migrate } from './migrate.ts';
import type { Notices } from './notices.ts';
import { indexOlderRequests } from './request-store.ts';
import { markOlderDrafts } from './retention/index.ts';
import { createSealer, type Sealer } from './seal.ts';
import { openSqlite } from './sqlite-engine.ts';
import type { Tables } from './tables.ts';

const DATABASE_FILE = 'desk.db';

export interface Store extends Executor {
  /**
   * Runs `work` in one transaction: what it wrote is on disk when this resolves, and gone when `work` throws. Where
   * several processes write, `work` may run a second time from its beginning.
   * @throws DeskError STORE_FAILED when the database cannot be read or written
   */
  readonly transaction: Transaction;
  /**
   * The same for small work of which there is much: where only one transaction writes at a time it shares one, and its
   * commit, with what else is handed in meanwhile. Not within a transaction.
   */
  readonly together: Transaction;
  /** The same for what somebody waits to hear is stored: it goes before what is handed in `together`. */
  readonly ahead: Transaction;
  /**
   * The same for what may be lost with the power and is then simply done again: nobody was told of it, and it names no
   * work that was done.
   */
  readonly lightly: Transaction;
  /** What processes that share the database tell each other. */
  readonly notices: Notices;
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** Folder of the database and the key file; made with mode 700. */
  readonly directory: string;
  /** Master key in base64, instead of the key file. */
  readonly key: string | undefined;
  /** The master key before it, until a rotation is done. */
  readonly oldKey?: string | undefined;
  /** How new values are sealed; what was sealed otherwise still opens. Default: AES-256-GCM. */
  readonly cipher?: CipherName | undefined;
  /** The PostgreSQL database to use; without it a file in `directory`. */
  readonly database?: DatabaseSettings | undefined;
  /** Puts another way before the database's to tell processes what is new. `name` makes a name of the desk's own, the same in all its processes. */
  readonly shareNotices?: ((database: Notices, name: (text: string) => string) => Notices) | undefined;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** The database itself, before anything is known about its tables or its key. */
export async function openEngine(options: Pick<StoreOptions, 'directory' | 'database' | 'logger'>): Promise<Engine> {
  const { database, directory, logger } = options;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (!database) return openSqlite(join(directory, DATABASE_FILE));
  // Loaded only where it is used: a desk on SQLite does not pay for it.
  const { openPostgres } = await import('./postgres-engine.ts');
  return openPostgres(database, logger);
}

function createExecutor(engine: Engine, db: Kysely<Tables>, sealer: Sealer): Executor {
  return {
    db,
    sealer,
    platform: engine.platform,
    lock: (...names) => engine.lock(db, names),
    announce: (topic) => engine.announce(db, topic),
  };
}

/**
 * Opens the store, making the folder, key and tables at the first start.
 * @throws DeskError KEY_WRONG, STORE_NEWER, STORE_FAILED
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { directory, key, oldKey, cipher, logger, now } = options;
  const engine = await openEngine(options);
  try {
    const ring = openKeyRing({ directory, given: key, givenOld: oldKey, hasDatabase: engine.isUsed, logger });
    const plain = createSealer(ring, { cipher });
    await migrate(engine, now());
    await checkKey(engine.db, plain);
    const sealer = createSealer(ring, { cipher, hashKeys: await loadHashKeys(engine.db, plain, ring) });
    const executor = createExecutor(engine, engine.db, sealer);
    await indexOlderRequests(executor);
    await markOlderDrafts(executor);
    const notices = options.shareNotices?.(engine.notices, (text) => sealer.hash('shared', text)) ?? engine.notices;
    const commit =
      (run: Engine['transaction']): Transaction =>
      (work) =>
        betweenPoints('store.commit', () => run((db) => work(createExecutor(engine, db, sealer))));
    const [transaction, light] = [commit(engine.transaction), commit(engine.light)];
    const committer = engine.platform.oneWriter
      ? createCommitter({ durable: transaction, light }, () => performance.now())
      : { together: transaction, ahead: transaction, lightly: light };
    return {
      ...executor,
      transaction,
      ...committer,
      notices,
      async close() {
        await notices.close();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
