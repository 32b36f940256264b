import type { FileChild, ParagraphChild } from 'docx';
import { countHeadRows, type DocumentBlock, type DocumentModel, type Grid } from '../../requests/documents/index.ts';

type Docx = typeof import('docx');
/** Twentieths of a point between the margins of A4. */
const WIDTH = 9600;
const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋' };

function makeGrid(docx: Docx, { caption, widths, rows }: Grid): FileChild[] {
  const { Table, TableRow, TableCell, Paragraph, TextRun, AlignmentType, WidthType } = docx;
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const columnWidths = widths.map((share) => Math.floor((share / whole) * WIDTH));
  const heads = countHeadRows(rows);
  const cells = rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        // Left out where it is none: readers take the mark itself for a yes.
        ...(at < heads ? { tableHeader: true } : {}),
        children: row.map(
          ({ text, span = 1, head }) =>
            new TableCell({
              columnSpan: span,
              children: [
                new Paragraph({
                  alignment: head === 'row' ? AlignmentType.LEFT : AlignmentType.CENTER,
                  children: [new TextRun({ text, size: 18, bold: head === 'column' })],
                }),
              ],
            }),
        ),
      }),
  );
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: caption, bold: true })] }),
    new Table({ rows: cells, columnWidths, width: { size: WIDTH, type: WidthType.DXA } }),
  ];
}

function makeBlock(docx: Docx, block: DocumentBlock): FileChild[] {
  const { Paragraph, HeadingLevel, TextRun } = docx;
  const runs = (text: string): ParagraphChild[] => [new TextRun(text)];
  if (block.kind === 'grid') return makeGrid(docx, block);
  if (block.kind === 'heading')
    return [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: runs(block.text) })];
  return block.kind === 'paragraph' ? [new Paragraph({ indent: { firstLine: 560 }, children: runs(block.text) })] : [];
}

/** The report as a file for Word. The library is loaded only now. */
export async function writeReportDocx(model: DocumentModel<string>, author: string): Promise<Uint8Array> {
  const docx = await import('docx');
  const { Document, Packer, Paragraph, TextRun, HeadingLevel, AlignmentType } = docx;
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    children: [new TextRun(model.title)],
  });
  const document = new Document({
    title: model.title,
    creator: author,
    styles: { default: { document: { run: { font: FONT, size: 28, language: { eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { margin: { left: 1150, right: 1150, top: 1400, bottom: 1400 } } },
        children: [title, ...model.blocks.flatMap((block) => makeBlock(docx, block))],
      },
    ],
  });
  return Packer.toBuffer(document);
}
