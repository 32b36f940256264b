import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Non-empty lines of a stream. Invalid UTF-8 arrives as replacement characters, never as an exception. */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') yield line;
  }
}
