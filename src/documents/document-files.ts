import type { FileSource } from '../channel/file-source.ts';
import type { OutFile } from '../channel/message.ts';
import type { ReleaseData } from '../knowledge/release.ts';
import { readDocuments, type Store, type StoredDocument } from '../store/index.ts';
import { openDocument } from './make-document.ts';
import { type RenderJob, renderWords } from './render.ts';

const REFERENCE = /^document\/([^/]+)\/(\d{1,9})$/u;
/** Characters of a name without its ending. */
const LONGEST_NAME = 90;

/**
 * A document as a file for a chat (`offerFile`). Set as PDF only when it is sent, so its size is not known. It names the
 * requester: no platform abroad is given it.
 */
export function describeDocumentFile(stored: StoredDocument): OutFile {
  const { title, number } = openDocument(stored);
  const name = [title, number]
    .filter(Boolean)
    .join(' ')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ');
  return {
    reference: `document/${stored.request}/${stored.seq}`,
    name: `${[...name].slice(0, LONGEST_NAME).join('')}.pdf`,
    mediaType: 'application/pdf',
    bytes: null,
    personal: true,
  };
}

export interface DocumentFilesOptions {
  readonly store: Store;
  readonly release: () => ReleaseData;
  readonly render: (job: RenderJob) => Promise<Uint8Array>;
}

/** The documents that lines of conversations speak of. One not handed over, or erased, is gone. */
export function createDocumentFiles({ store, release, render }: DocumentFilesOptions): FileSource {
  return async (reference, most) => {
    const [, request = '', seq] = REFERENCE.exec(reference) ?? [];
    const stored = (await readDocuments(store, request)).find((document) => String(document.seq) === seq);
    if (!stored || stored.releasedAt === null) return 'gone';
    const { messages, base } = release();
    const model = openDocument(stored);
    const bytes = await render({
      model,
      at: stored.madeAt,
      author: base.profile.name,
      words: renderWords(messages),
    });
    return bytes.length > most ? 'too_large' : bytes;
  };
}
