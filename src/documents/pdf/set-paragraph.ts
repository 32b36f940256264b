import {
  type Canvas,
  keepTogether,
  prepareText,
  print,
  spaceLeft,
  structOptions,
  type TextStyle,
  textArea,
} from './canvas.ts';

interface ParagraphStyle extends TextStyle {
  /** Structure type: a paragraph unless said otherwise. */
  readonly tag?: 'P' | 'H1' | 'H2' | 'Note';
  /** Points free before it. */
  readonly before?: number;
  /** Points that must follow on the same page: a heading keeps to what it heads. */
  readonly keep?: number;
  /** Points that must stand on the page of its last lines: the signature. */
  readonly follow?: number;
}

/** Moves up the place where pdfkit breaks the page, so that no more than so many lines go on it. */
function limitLines({ pdf }: Canvas, lines: number, pitch: number): void {
  pdf.page.margins = { ...pdf.page.margins, bottom: pdf.page.height - pdf.y - (lines + 0.3) * pitch };
}

/**
 * Widow control: neither the first line of a paragraph stands alone at the foot of a page nor its last at the head of
 * the next; and where `follow` points must stand under the paragraph, they take two of its lines with them to the next
 * page. pdfkit has none of its own.
 */
function avoidWidow(canvas: Canvas, lines: number, pitch: number, follow: number): void {
  const fitting = Math.floor((spaceLeft(canvas) + 0.5) / pitch);
  const fitsWhole = lines <= fitting && lines * pitch + follow <= spaceLeft(canvas) + 0.5;
  if (fitsWhole) return;
  const here = Math.min(fitting, lines - 2);
  if (here < 2) canvas.pdf.addPage();
  else limitLines(canvas, here, pitch);
}

/** Sets a text over the whole width, on as many pages as it needs. */
export function setParagraph(canvas: Canvas, text: string, style: ParagraphStyle = {}): void {
  const { pdf, root } = canvas;
  const { x, width } = textArea(canvas);
  const printable = print(canvas, text);
  const pitch = style.pitch ?? canvas.style.pitch;
  const options = prepareText(canvas, width, style);
  pdf.y += style.before ?? 0;
  const height = pdf.heightOfString(printable.text, options);
  if (style.keep !== undefined) keepTogether(canvas, height + style.keep);
  avoidWidow(canvas, Math.round(height / pitch), pitch, style.follow ?? 0);
  const element = pdf.struct(style.tag ?? 'P', structOptions(printable), [
    () => pdf.text(printable.text, x, pdf.y, options),
  ]);
  root.add(element);
}
