import { type Locale, type Messages, say } from '../messages.ts';
import type { DocumentModel } from '../requests/documents/index.ts';
import type { RenderWords } from './words.ts';

/** A document to be set, with all it needs: plain data, so that another process can do it. */
export interface RenderJob {
  readonly model: DocumentModel<string>;
  readonly words: RenderWords;
  /** Instant it was made, ISO 8601. */
  readonly at: string;
  readonly author: string;
}

/** The words renderers add, from the messages. Documents are Chinese; so are these. */
export function renderWords(messages: Messages, locale: Locale = 'zh-CN'): RenderWords {
  const text = (key: string) => say(messages, locale, `document.${key}`);
  return {
    page: text('page'),
    pageLetter: text('page_letter'),
    signRequester: text('sign_requester'),
    signDay: text('sign_day'),
    rareNote: text('rare_note'),
  };
}

/** Sets a document as PDF. The library and the fonts, 80 MB in memory, are loaded only now. */
export async function renderJob({ model, words, at, author }: RenderJob): Promise<Uint8Array> {
  const { renderPdf } = await import('./render-pdf.ts');
  return renderPdf(model, { words, at: new Date(at), author });
}

/** Sets a document as a file an office can edit. `own` is the folder of the office's templates. The library is loaded only now. */
export async function renderEditable(
  model: DocumentModel,
  options: { readonly words: RenderWords; readonly own: string },
): Promise<Uint8Array> {
  const { renderDocx } = await import('./render-docx.ts');
  return renderDocx(model, options);
}
