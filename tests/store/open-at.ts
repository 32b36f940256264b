import { silentLogger } from '../../src/logger.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';
import { ENGINE, makeSchema } from './engine-under-test.ts';
import { NOW } from './now.ts';

/** Where the store of a test's folder is, on the engine this run is about. */
export async function describeStore(directory: string, options: Partial<StoreOptions> = {}): Promise<StoreOptions> {
  const database = ENGINE === 'postgres' ? await makeSchema(directory) : undefined;
  return { directory, key: undefined, database, logger: silentLogger, now: () => NOW, ...options };
}

/** The store of a test's folder; opened a second time it is the same one. The caller closes it. */
export async function openAt(directory: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  return openStore(await describeStore(directory, options));
}
