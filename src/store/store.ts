import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Logger } from '../logger.ts';
import { checkKey } from './check-key.ts';
import type { Executor } from './executor.ts';
import { readMasterKey } from './master-key.ts';
import { migrate } from './migrate.ts';
import { createDialect, openDatabase } from './node-sqlite.ts';
import { SQLITE } from './platform.ts';
import { createSealer } from './seal.ts';
import type { Tables } from './tables.ts';

const DATABASE_FILE = 'desk.db';

export interface Store extends Executor {
  /**
   * Runs `work` in one transaction: what it wrote is on disk when this resolves, and gone when `work` throws.
   * @throws DeskError STORE_FAILED when the database cannot be read or written
   */
  readonly transaction: <T>(work: (executor: Executor) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** Folder of the database and the key file; made with mode 700. */
  readonly directory: string;
  /** Master key in base64, instead of the key file. */
  readonly key: string | undefined;
  readonly logger: Logger;
  readonly now: () => Date;
}

/**
 * Opens the store, making the folder, key and tables at the first start.
 * @throws DeskError KEY_WRONG, STORE_NEWER, STORE_FAILED
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const file = join(options.directory, DATABASE_FILE);
  const master = readMasterKey({
    directory: options.directory,
    given: options.key,
    hasDatabase: existsSync(file),
    logger: options.logger,
  });
  const sealer = createSealer(master);
  // Made by us, so that it and the files SQLite keeps beside it are for our eyes only.
  closeSync(openSync(file, 'a', 0o600));
  const db = new Kysely<Tables>({ dialect: createDialect(openDatabase(file)) });
  try {
    await migrate(db, SQLITE, options.now());
    await checkKey(db, sealer);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    sealer,
    transaction: (work) => db.transaction().execute((transaction) => work({ db: transaction, sealer })),
    close: () => db.destroy(),
  };
}
