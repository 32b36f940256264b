import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Store, StoreOptions } from '../../src/store/index.ts';
import { dropSchema, ENGINE } from './engine-under-test.ts';
import { openAt } from './open-at.ts';

/** A folder, and what belongs to it on the database server, that is gone after the test. */
export function makeDirectory(): string {
  const root = mkdtempSync(join(tmpdir(), 'desk-test-'));
  const directory = join(root, 'data');
  onTestFinished(async () => {
    rmSync(root, { recursive: true, force: true });
    if (ENGINE === 'postgres') await dropSchema(directory);
  });
  return directory;
}

/** A store on a real database of its own, closed after the test. */
export async function openTemporary(directory = makeDirectory(), options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openAt(directory, options);
  onTestFinished(() => store.close());
  return store;
}
