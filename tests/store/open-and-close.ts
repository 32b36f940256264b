import { silentLogger } from '../../src/logger.ts';
import { openStore } from '../../src/store/index.ts';

/** A process of its own that opens the store in the folder given, and closes it. */
const store = await openStore({
  directory: process.argv[2] ?? '',
  key: undefined,
  logger: silentLogger,
  now: () => new Date(),
});
await store.close();
