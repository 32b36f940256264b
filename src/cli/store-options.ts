import type { Config } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { StoreOptions } from '../store/index.ts';

/** Where the settings say the store is. */
export function storeOptions(config: Config, logger: Logger, now: () => Date): StoreOptions {
  return { directory: config.dataDirectory, key: config.key, database: config.database, logger, now };
}
