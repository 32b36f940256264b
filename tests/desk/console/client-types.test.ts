import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLIENT_FILE, writeClientTypes } from '../../../tools/write-client-types.ts';
import { ROOT } from '../../adapters/web/project.ts';

/** As the formatter leaves it, which is how it is kept. */
function format(text: string): string {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${CLIENT_FILE}`], {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
  });
}

test('the console is checked against the interface the desk serves now (else run tools/write-console-client.ts)', async () => {
  expect(readFileSync(join(ROOT, CLIENT_FILE), 'utf8')).toBe(format(await writeClientTypes()));
});
