import type { Chart } from '../channel/chart.ts';
import { type Locale, type Messages, say } from '../messages.ts';
import type { DocumentModel } from '../requests/documents/index.ts';
import type { OwnTemplates } from './own-templates.ts';
import type { RenderWords } from './words.ts';

/** A document to be set, with all it needs. */
interface DocumentJob {
  readonly model: DocumentModel<string>;
  readonly words: RenderWords;
  /** Instant it was made, ISO 8601. */
  readonly at: string;
  readonly author: string;
}

/** A drawing to be made a picture of so many pixels. */
interface DrawingJob {
  readonly svg: string;
  readonly width: number;
}

/** Something to be set as a file: plain data, so that another process can do it. */
export type RenderJob = DocumentJob | DrawingJob | { readonly chart: Chart };

/** Pixels across the picture of a chart: sharp on a telephone, some 60 KB. */
const CHART_WIDTH = 1280;

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

/** Sets a document as PDF, a chart or a drawing as PNG. The libraries and the fonts, 80 MB in memory, are loaded only now. */
export async function renderJob(job: RenderJob): Promise<Uint8Array> {
  if ('model' in job) {
    const { renderPdf } = await import('./render-pdf.ts');
    return renderPdf(job.model, { words: job.words, at: new Date(job.at), author: job.author });
  }
  const { writePng } = await import('./picture/write-png.ts');
  if ('svg' in job) return writePng(job.svg, job.width);
  const { drawSvg } = await import('./picture/draw-svg.ts');
  return writePng(drawSvg(job.chart), CHART_WIDTH);
}

/** Sets a document as a file an office can edit. The library is loaded only now. */
export async function renderEditable(
  model: DocumentModel,
  options: { readonly words: RenderWords; readonly own: OwnTemplates },
): Promise<Uint8Array> {
  const { renderDocx } = await import('./render-docx.ts');
  return renderDocx(model, options);
}
