import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { DocumentBlock, DocumentModel } from '../requests/documents/index.ts';
import { BODY_FONT } from './font-files.ts';
import { type Canvas, textArea } from './pdf/canvas.ts';
import { drawBoxes, placeBoxes } from './pdf/draw-boxes.ts';
import { openCoverage } from './pdf/fonts.ts';
import { numberPages } from './pdf/number-pages.ts';
import { STYLES } from './pdf/page-style.ts';
import { setFields } from './pdf/set-fields.ts';
import { setGrid } from './pdf/set-grid.ts';
import { setParagraph } from './pdf/set-paragraph.ts';
import { SIGNATURE_LINES, setSignature } from './pdf/set-signature.ts';
import { setTable } from './pdf/set-table.ts';
import type { RenderWords } from './words.ts';

export interface PdfOptions {
  readonly words: RenderWords;
  /** Written into the file as its day of making, so that the same document gives the same bytes. */
  readonly at: Date;
  readonly author: string;
  /** false leaves the file legible for tests. Default: true. */
  readonly compress?: boolean;
}

function openCanvas(model: DocumentModel<string>, options: PdfOptions): Canvas {
  const style = STYLES[model.layout];
  const pdf = new PDFDocument({
    size: 'A4',
    margins: style.margins,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'zh-CN',
    bufferPages: true,
    compress: options.compress ?? true,
    font: BODY_FONT,
    info: {
      Title: model.number === null ? model.title : `${model.title} ${model.number}`,
      Author: options.author,
      CreationDate: options.at,
    },
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root, style, isCovered: openCoverage(), seen: { rare: false } };
}

function setBoxLines(canvas: Canvas, boxes: Extract<DocumentBlock, { kind: 'boxes' }>['boxes']): void {
  const { pdf, root } = canvas;
  const { x, width } = textArea(canvas);
  const area = { width, size: Math.min(canvas.style.size, 12), pitch: canvas.style.pitch };
  const { places, height } = placeBoxes(canvas, boxes, area);
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
  const y = pdf.y;
  root.add(pdf.struct('P', {}, [() => drawBoxes(canvas, places, { x, y }, area)]));
  pdf.x = x;
  pdf.y = y + height;
}

/** Lines a heading keeps to itself on its page: of a table the caption, its head and a row. */
const KEPT = { text: 3, table: 6 };

function setBlock(canvas: Canvas, block: DocumentBlock, follow = 0, next?: DocumentBlock): void {
  const { indent, pitch } = canvas.style;
  if (block.kind === 'paragraph') setParagraph(canvas, block.text, { indent, follow });
  else if (block.kind === 'heading')
    setParagraph(canvas, block.text, {
      bold: true,
      tag: 'H2',
      keep: pitch * (next?.kind === 'grid' ? KEPT.table : KEPT.text),
      before: pitch * 0.3,
    });
  else if (block.kind === 'fields') setFields(canvas, block.rows);
  else if (block.kind === 'boxes') setBoxLines(canvas, block.boxes);
  else if (block.kind === 'table') setTable(canvas, block.head, block.rows);
  else setGrid(canvas, block);
}

function setHead(canvas: Canvas, model: DocumentModel<string>): void {
  const { style } = canvas;
  const centred = { align: 'center' } as const;
  setParagraph(canvas, model.title, { ...centred, tag: 'H1', bold: true, size: style.title, pitch: style.title * 1.6 });
  if (model.subtitle !== null) setParagraph(canvas, model.subtitle, centred);
  if (model.number !== null) setParagraph(canvas, model.number, { ...centred, before: style.pitch * 0.2 });
  canvas.pdf.y += style.pitch * 0.6;
  if (model.addressee !== null) setParagraph(canvas, model.addressee);
}

/**
 * A document as a tagged PDF on A4: its text can be selected and read aloud, and stands in the file in reading order. What
 * the font lacks is printed as its code point, never dropped. Fonts are embedded with the characters used only.
 */
export async function renderPdf(model: DocumentModel<string>, options: PdfOptions): Promise<Uint8Array> {
  const canvas = openCanvas(model, options);
  const { pdf, root, style } = canvas;
  const bytes = buffer(pdf);
  setHead(canvas, model);
  // The signature never stands on a page without text of the letter: it takes the last lines with it.
  const remedy: DocumentBlock[] = model.remedy === null ? [] : [{ kind: 'paragraph', text: model.remedy }];
  const blocks = [...model.blocks, ...remedy];
  const follow = model.signature ? SIGNATURE_LINES * style.pitch : 0;
  for (const [index, block] of blocks.entries())
    setBlock(canvas, block, index === blocks.length - 1 ? follow : 0, blocks[index + 1]);
  if (model.signature) setSignature(canvas, model.signature, options.words);
  if (model.slip.length > 0) pdf.addPage();
  for (const block of model.slip) setBlock(canvas, block);
  if (canvas.seen.rare) setParagraph(canvas, options.words.rareNote, { tag: 'Note', size: 9, pitch: 14, before: 10 });
  root.end();
  numberPages(canvas, model.layout, options.words);
  pdf.end();
  return bytes;
}
