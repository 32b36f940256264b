import { BODY_FONT, BOLD_FONT } from '../font-files.ts';
import type { PageStyle } from './page-style.ts';
import { makePrintable, type Printable } from './rare-characters.ts';

/** A document being drawn. `root` is the top of its structure tree. */
export interface Canvas {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  readonly style: PageStyle;
  readonly isCovered: (codePoint: number) => boolean;
  /** Set when a character was not in the font. */
  readonly seen: { rare: boolean };
}

/** How a piece of text is set. */
export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
  readonly pitch?: number;
}

type PdfTextOptions = PDFKit.Mixins.TextOptions & { readonly width: number };

/** The left edge and the width of the text area. */
export function textArea({ pdf, style }: Canvas): { readonly x: number; readonly width: number } {
  return { x: style.margins.left, width: pdf.page.width - style.margins.left - style.margins.right };
}

/** Chooses font and size; gives what pdfkit needs so that lines stand `pitch` points apart. */
export function prepareText(canvas: Canvas, width: number, text: TextStyle = {}): PdfTextOptions {
  const { pdf, style } = canvas;
  const pitch = text.pitch ?? style.pitch;
  pdf
    .font(text.bold ? BOLD_FONT : BODY_FONT)
    .fontSize(text.size ?? style.size)
    .fillColor('black');
  return { width, align: text.align ?? 'left', indent: text.indent ?? 0, lineGap: pitch - pdf.currentLineHeight(true) };
}

/** The text as it can be printed; notes that something of it could not. */
export function print(canvas: Canvas, text: string): Printable {
  const printable = makePrintable(text, canvas.isCovered);
  if (printable.actual !== undefined) canvas.seen.rare = true;
  return printable;
}

/** Options of a structure element for a text: its original where the print differs. */
export function structOptions({ actual }: Printable): PDFKit.Mixins.StructureElementOptions {
  return actual === undefined ? {} : { actual };
}

/** Points left on the page below the current place. */
export function spaceLeft({ pdf }: Canvas): number {
  return pdf.page.height - pdf.page.margins.bottom - pdf.y;
}

/** Goes to a new page unless so many points are left on this one. */
export function keepTogether(canvas: Canvas, points: number): void {
  const { pdf, style } = canvas;
  const whole = pdf.page.height - style.margins.top - style.margins.bottom;
  if (spaceLeft(canvas) < Math.min(points, whole)) pdf.addPage();
}
