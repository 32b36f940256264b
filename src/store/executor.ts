import type { Kysely } from 'kysely';
import type { Sealer } from './seal.ts';
import type { Tables } from './tables.ts';

/** What every function of this room takes: a connection or an open transaction, and the means to open what is sealed. */
export interface Executor {
  readonly db: Kysely<Tables>;
  readonly sealer: Sealer;
  /**
   * Holds names until the end of the open transaction; whoever else asks for one of them waits. Taken before what is
   * decided upon is read: several writers at once could else decide the same. SQLite has one writer and needs none.
   */
  readonly lock: (...names: readonly string[]) => Promise<void>;
}
