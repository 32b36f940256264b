import type { Dispatch } from '../../src/channel/adapter.ts';

/** A part that is a file, with its bytes; undefined where the part is text. */
export function readOutgoingFile({ part, content }: Dispatch) {
  return part.file && content ? { ...part.file, content } : undefined;
}
export type OutgoingFile = NonNullable<ReturnType<typeof readOutgoingFile>>;
