import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder for e-mail files that is gone after the test. */
export function makeMailFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-mail-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
