import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, openStore, restoreFrom, type Store, type StoreOptions } from '../store/index.ts';
import { checkCopy } from './check-history.ts';
import type { Ending, History } from './history.ts';

export interface Copying {
  /** Where the desk that serves stores. */
  readonly from: StoreOptions;
  readonly history: History;
  readonly readEnding: (store: Store) => Promise<Ending>;
}

async function inFolder<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'desk-chaos-copy-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * Takes a copy of a desk that serves, restores it elsewhere, and looks whether it is a whole desk: everything somebody
 * was told before the copy began is in it, and nothing half. What is wrong, in words.
 */
export async function copyWhileServing({ from, history, readEnding }: Copying): Promise<readonly string[]> {
  const before = [...history];
  return inFolder(async (directory) => {
    const file = join(directory, 'copy.db');
    await backUp(from, file);
    const elsewhere = { ...from, directory: join(directory, 'restored'), database: undefined };
    await restoreFrom(elsewhere, file, { replace: false });
    const store = await openStore(elsewhere);
    try {
      return checkCopy(before, await readEnding(store));
    } finally {
      await store.close();
    }
  });
}

/** Takes a copy of one database and restores it into another, empty one. */
export async function restoreAnew(options: StoreOptions, was: string, next: string): Promise<void> {
  const at = (url: string) => ({ ...options, database: options.database && { ...options.database, url } });
  await inFolder(async (directory) => {
    const file = join(directory, 'copy.db');
    await backUp(at(was), file);
    await restoreFrom(at(next), file, { replace: false });
  });
}
