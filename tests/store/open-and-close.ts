import { openAt } from './open-at.ts';

/** A process of its own that opens the store in the folder given, and closes it. */
const store = await openAt(process.argv[2] ?? '', { now: () => new Date() });
await store.close();
