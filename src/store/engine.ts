import type { Kysely } from 'kysely';
import type { Notices } from './notices.ts';
import type { StorePlatform } from './platform.ts';
import type { Tables } from './tables.ts';

/** A database under the store, with what only it knows how to do. */
export interface Engine {
  readonly db: Kysely<Tables>;
  readonly platform: StorePlatform;
  /** Where it is, for people: a file, or host, port and name. Never the password. */
  readonly place: string;
  /** Whether a desk has stored something here before. */
  readonly isUsed: boolean;
  /** Runs `work` in one transaction; where several write at once it may run again when they got into each other's way. */
  readonly transaction: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /**
   * The same without waiting for the disk, where that can be had: with the power it may be lost, but never before what
   * was written earlier. What is written afterwards and waits for the disk keeps it as well.
   */
  readonly light: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** See `Executor.lock`. */
  readonly lock: (db: Kysely<Tables>, names: readonly string[]) => Promise<void>;
  /** Tells other processes once the open transaction is stored; where the database cannot, nothing. */
  readonly announce: (db: Kysely<Tables>, topic: string) => Promise<void>;
  readonly notices: Notices;
  /** How many processes of a desk hear of each other here now. What serves from a file notes that in its folder. */
  readonly countServing: () => Promise<number>;
  /** Runs `work` over a connection that may take its time: changes to tables, copies of everything. */
  readonly patiently: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Runs `work`, which only reads, over what stood here at one instant; others go on writing. */
  readonly snapshot: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Closes the engine once `work` is done, whatever happens. */
export async function using<T>(engine: Engine, work: (engine: Engine) => Promise<T>): Promise<T> {
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
