import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Every line of a stream, empty ones too. Invalid UTF-8 arrives as replacement characters, never as an exception. */
export async function* readAllLines(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/** Non-empty lines of a stream. */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  for await (const line of readAllLines(input)) {
    if (line.trim() !== '') yield line;
  }
}
