import type { Config } from '../config.ts';
import type { Logger } from '../logger.ts';
import type { StoreOptions } from '../store/index.ts';

/** Where the settings say the store is. */
export function storeOptions(config: Config, logger: Logger, now: () => Date): StoreOptions {
  const { dataDirectory: directory, key, oldKey, cipher, database } = config;
  return { directory, key, oldKey, cipher, database, logger, now };
}
