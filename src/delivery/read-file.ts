import type { DeskFile } from '../channel/desk.ts';
import type { FileSource } from '../channel/file-source.ts';
import { type ConversationKey, readLines, type Store } from '../store/index.ts';

export interface ReadFileOptions {
  readonly store: Store;
  readonly files?: FileSource;
}

/** The file a line hands over, fetched now; `gone` where the line has none, or it is no more. */
export async function readFile(
  { store, files }: ReadFileOptions,
  key: ConversationKey,
  seq: number,
): Promise<DeskFile | 'gone'> {
  const [line] = await readLines(store, key, { after: seq - 1, until: seq });
  const { message } = line ?? {};
  if (!files || !message || !('file' in message)) return 'gone';
  const content = await files(message.file.reference, Number.MAX_SAFE_INTEGER);
  return content instanceof Uint8Array ? { file: message.file, content } : 'gone';
}
