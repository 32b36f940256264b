import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silentLogger } from '../../src/logger.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';
import { NOW } from './now.ts';

/** A folder that is gone after the test. */
export function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'desk-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return join(directory, 'data');
}

/** A store on a real file, closed after the test. */
export async function openTemporary(directory = makeDirectory(), options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now: () => NOW, ...options });
  onTestFinished(() => store.close());
  return store;
}
