import type { Kysely } from 'kysely';
import type { StorePlatform } from './platform.ts';
import type { Sealer } from './seal.ts';
import type { Tables } from './tables.ts';

/** What every function of this room takes: a connection or an open transaction, and the means to open what is sealed. */
export interface Executor {
  readonly db: Kysely<Tables>;
  readonly sealer: Sealer;
  readonly platform: StorePlatform;
  /**
   * Holds names until the end of the open transaction; whoever else asks for one of them waits. Taken before what is
   * decided upon is read: several writers at once could else decide the same. SQLite has one writer and needs none.
   */
  readonly lock: (...names: readonly string[]) => Promise<void>;
  /** Tells every process that shares the database, once the open transaction is stored. What it means: `notices.ts`. */
  readonly announce: (topic: string) => Promise<void>;
}
