import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Store, StoreOptions } from '../../src/store/index.ts';
import { dropSchema, ENGINE, keepEmptied, takeEmptied } from './engine-under-test.ts';
import { openAt } from './open-at.ts';

/** A folder, and what belongs to it on the database server, that is gone after the test. */
export function makeDirectory(clear: (directory: string) => Promise<void> = dropSchema): string {
  const root = mkdtempSync(join(tmpdir(), 'desk-test-'));
  const directory = join(root, 'data');
  onTestFinished(async () => {
    if (ENGINE === 'postgres') await clear(directory);
    rmSync(root, { recursive: true, force: true });
  });
  return directory;
}

/** A folder whose tables may be those an earlier test has left empty. */
async function makeUsedDirectory(): Promise<string> {
  const directory = makeDirectory(keepEmptied);
  if (ENGINE === 'postgres') await takeEmptied(directory);
  return directory;
}

/** A store on a real database of its own, closed after the test. */
export async function openTemporary(given?: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openAt(given ?? (await makeUsedDirectory()), options);
  onTestFinished(() => store.close());
  return store;
}
