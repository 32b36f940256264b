import type { Kysely } from 'kysely';
import type { Sealer } from './seal.ts';
import type { Tables } from './tables.ts';

/** What every function of this room takes: a connection or an open transaction, and the means to open what is sealed. */
export interface Executor {
  readonly db: Kysely<Tables>;
  readonly sealer: Sealer;
}
