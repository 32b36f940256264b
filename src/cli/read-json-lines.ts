import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { z } from 'zod';
import { DeskError } from '../errors.ts';
import type { CliContext } from './context.ts';
import { readLines } from './read-lines.ts';

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is as wrong as any other shape, and is told with its line.
    return undefined;
  }
}

/**
 * What a file holds, one JSON object a line.
 * @throws DeskError INPUT_INVALID when there is no such file, or naming the first line that is not as it should be
 */
export async function readJsonLines<T>({ say }: CliContext, file: string, schema: z.ZodType<T>): Promise<T[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile())
    throw new DeskError('INPUT_INVALID', say('import.fault_no_file', { path: file }), {
      hint: say('import.fault_no_file_hint'),
    });
  const rows: T[] = [];
  for await (const text of readLines(createReadStream(file))) {
    const parsed = schema.safeParse(parseLine(text));
    if (!parsed.success)
      throw new DeskError('INPUT_INVALID', `${file}:${rows.length + 1} ${parsed.error.issues[0]?.message ?? ''}`);
    rows.push(parsed.data);
  }
  return rows;
}
