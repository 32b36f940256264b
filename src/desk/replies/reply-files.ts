import type { FileSource } from '../../channel/file-source.ts';
import {
  addAttachment,
  type ConversationKey,
  type Executor,
  findAttachment,
  markSent,
  readContent,
  writeContent,
} from '../../store/index.ts';

/** Begins the reference of a file staff send (`OutFile.reference`). */
const PREFIX = 'reply/';

/** A file staff uploaded for a reply, looked at and kept sealed. */
export interface ReplyFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Keeps a file for a reply. What no reply takes along is forgotten like every file that was only handed in. */
export async function keepReplyFile(
  executor: Executor,
  key: ConversationKey,
  file: Omit<ReplyFile, 'bytes'> & { readonly content: Uint8Array },
  now: Date,
): Promise<ReplyFile> {
  const { id, name, mediaType, content } = file;
  await addAttachment(executor, key, { id, number: null, name, reference: mediaType, size: content.length }, now);
  await writeContent(executor, id, content);
  return { id, name, mediaType, bytes: content.length };
}

/** The files a reply takes along, from now on kept as long as the conversation; undefined when one is not of it. */
export async function takeReplyFiles(
  executor: Executor,
  key: ConversationKey,
  ids: readonly string[],
): Promise<readonly ReplyFile[] | undefined> {
  const files: ReplyFile[] = [];
  for (const id of new Set(ids)) {
    const found = await findAttachment(executor, id);
    const own = found?.channel === key.channel && found.conversation === key.conversation && found.number === null;
    if (!found || !own || !(await markSent(executor, id))) return undefined;
    files.push({ id, name: found.name, mediaType: found.reference, bytes: found.size });
  }
  return files;
}

/** How a line refers to it. */
export const referTo = (id: string): string => `${PREFIX}${id}`;

/** Bytes of a file staff sent, by its reference; undefined for a reference of something else. */
export function readReplyFile(store: Executor, reference: string, most: number): ReturnType<FileSource> | undefined {
  if (!reference.startsWith(PREFIX)) return undefined;
  const id = reference.slice(PREFIX.length);
  return (async () => {
    const found = await findAttachment(store, id);
    if (found?.state !== 'sent') return 'gone';
    return found.size > most ? 'too_large' : readContent(store, id);
  })();
}
