import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

let directory: string | undefined;
afterAll(() => {
  if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
});

/** A page directory with one file of each kind, so that tests of the server need no build. The same for a whole test file. */
export function makePageDirectory(): string {
  if (directory === undefined) {
    directory = mkdtempSync(join(tmpdir(), 'page-'));
    writeFileSync(join(directory, 'index.html'), '<title>%AUTHORITY%</title>');
    writeFileSync(join(directory, 'widget.js'), 'void 0;');
  }
  return directory;
}
