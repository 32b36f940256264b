import type { FieldRow } from '../../requests/documents/index.ts';
import { type Canvas, prepareText, print, spaceLeft, structOptions, textArea } from './canvas.ts';
import { drawBoxes, placeBoxes } from './draw-boxes.ts';
import { splitToFit } from './split-text.ts';

const LABEL_SHARE = 0.26;
const PADDING = { x: 6, y: 5 };
/** Rows up to this part of a page are not broken over two. */
const UNBROKEN = 0.4;

interface Columns {
  readonly x: number;
  readonly label: number;
  readonly value: number;
  readonly size: number;
  readonly pitch: number;
}

function measureColumns(canvas: Canvas): Columns {
  const { x, width } = textArea(canvas);
  const size = Math.min(canvas.style.size, 12);
  return { x, label: width * LABEL_SHARE, value: width * (1 - LABEL_SHARE), size, pitch: size * 1.7 };
}

/** The frame of a row is decoration: what it frames is told by the structure. */
function frameRow({ pdf }: Canvas, columns: Columns, y: number, height: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.save().lineWidth(0.6);
  pdf.rect(columns.x, y, columns.label, height).stroke();
  pdf.rect(columns.x + columns.label, y, columns.value, height).stroke();
  pdf.restore();
  pdf.endMarkedContent();
}

/** Sets one row, over several pages where its text needs them. */
function setRow(canvas: Canvas, table: PDFKit.PDFStructureElement, row: FieldRow, columns: Columns): void {
  const { pdf } = canvas;
  const { size, pitch } = columns;
  const inner = { label: columns.label - 2 * PADDING.x, value: columns.value - 2 * PADDING.x };
  const label = print(canvas, row.label);
  const labelHeight = pdf.heightOfString(label.text, prepareText(canvas, inner.label, { size, pitch }));
  const value = print(canvas, 'value' in row ? row.value : '');
  const options = prepareText(canvas, inner.value, { size, pitch });
  const boxes = 'boxes' in row ? placeBoxes(canvas, row.boxes, { width: inner.value, size, pitch }) : undefined;
  const free = 'write' in row ? row.write * pitch * 1.2 : 0;
  const valueHeight = boxes?.height ?? (free || pdf.heightOfString(value.text || ' ', options));
  const height = Math.max(labelHeight, valueHeight) + 2 * PADDING.y;
  const page = pdf.page.height - canvas.style.margins.top - canvas.style.margins.bottom;
  if (height > spaceLeft(canvas) && height < page * UNBROKEN) pdf.addPage();
  if (spaceLeft(canvas) < labelHeight + 2 * PADDING.y) pdf.addPage();

  const line = pdf.struct('TR');
  table.add(line);
  const head = pdf.struct('TH', structOptions(label));
  const cell = pdf.struct('TD', structOptions(value));
  line.add(head);
  line.add(cell);
  head.add(() => {
    pdf.text(label.text, columns.x + PADDING.x, pdf.y + PADDING.y, prepareText(canvas, inner.label, { size, pitch }));
    pdf.y -= labelHeight + PADDING.y;
  });
  const x = columns.x + columns.label + PADDING.x;
  if (boxes || free) {
    const y = pdf.y;
    frameRow(canvas, columns, y, height);
    if (boxes)
      cell.add(() => drawBoxes(canvas, boxes.places, { x, y: y + PADDING.y }, { width: inner.value, size, pitch }));
    pdf.y = y + height;
  } else {
    let rest = value.text;
    let least = labelHeight;
    do {
      const room = spaceLeft(canvas) - 2 * PADDING.y;
      const [part, after] = splitToFit(canvas, rest, prepareText(canvas, inner.value, { size, pitch }), room);
      const y = pdf.y;
      const partHeight = pdf.heightOfString(part || ' ', options);
      const rowHeight = Math.max(least, partHeight) + 2 * PADDING.y;
      cell.add(() => pdf.text(part, x, y + PADDING.y, prepareText(canvas, inner.value, { size, pitch })));
      frameRow(canvas, columns, y, rowHeight);
      pdf.y = y + rowHeight;
      rest = after;
      least = 0;
      if (rest !== '') pdf.addPage();
    } while (rest !== '');
  }
  line.end();
}

/** A table of labels and what belongs to them. */
export function setFields(canvas: Canvas, rows: readonly FieldRow[]): void {
  const { pdf, root } = canvas;
  const table = pdf.struct('Table');
  root.add(table);
  const columns = measureColumns(canvas);
  pdf.y += 4;
  for (const row of rows) setRow(canvas, table, row, columns);
  table.end();
  pdf.x = columns.x;
  pdf.y += 8;
}
