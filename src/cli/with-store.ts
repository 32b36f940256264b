import type { Logger } from '../logger.ts';
import { openStore, type Store } from '../store/index.ts';
import type { CliContext } from './context.ts';
import { storeOptions } from './store-options.ts';

/** Opens the store for one piece of work and closes it whatever happens. */
export async function withStore<T>(
  context: CliContext,
  logger: Logger,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const config = context.config();
  const store = await openStore(storeOptions(config, logger, context.now));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
