import { createHash } from 'node:crypto';
import type { OwedLine } from '../../store/index.ts';

/** Key of one part of a line, in the shape of a UUID (version 8): the same for every attempt at sending it. */
export function makeDispatchKey({ channel, conversation, line }: OwedLine, part: number): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([channel, conversation, line.seq, part]))
    .digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
