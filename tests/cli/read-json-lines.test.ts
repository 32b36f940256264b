import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../../src/cli/read-json-lines.ts';
import { openContext } from './open-context.ts';

test('a file of labels that is not there, is a folder or is damaged is refused with the reason and the line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-lines-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { context } = openContext(folder, {});
  const read = (file: string) => readJsonLines(context, file, z.object({ id: z.number() }));
  const file = join(folder, 'labels.jsonl');
  const refused = (message: RegExp) => ({ code: 'INPUT_INVALID', message: expect.stringMatching(message) });
  await expect(read(folder)).rejects.toMatchObject(refused(/fault_no_file/u));
  await expect(read(file)).rejects.toMatchObject(refused(/fault_no_file/u));
  writeFileSync(file, '{"id":1}\n\n{bad\n');
  await expect(read(file)).rejects.toMatchObject(refused(/:2 /u));
  writeFileSync(file, '{"id":1}\n\n{"id":2}\n');
  expect(await read(file)).toEqual([{ id: 1 }, { id: 2 }]);
});
