import type { RenderWords } from '../words.ts';
import { type Canvas, prepareText, textArea } from './canvas.ts';

/** Numbers at the foot of every page; no part of the text. A letter of one page carries its number too (GB/T 9704, 7.5). */
export function numberPages(canvas: Canvas, layout: 'letter' | 'sheet', words: RenderWords): void {
  const { pdf } = canvas;
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index);
    const { x, width } = textArea(canvas);
    const text = (layout === 'letter' ? words.pageLetter : words.page)
      .replace('{page}', String(index + 1))
      .replace('{pages}', String(count));
    const size = layout === 'letter' ? 14 : 9;
    prepareText(canvas, width, { size });
    const wide = pdf.widthOfString(text);
    const y = pdf.page.height - canvas.style.margins.bottom + (layout === 'letter' ? 20 : 14);
    const outer = index % 2 === 0 ? x + width - wide - size : x + size;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.text(text, layout === 'letter' ? outer : x + (width - wide) / 2, y, { lineBreak: false });
    pdf.endMarkedContent();
  }
}
