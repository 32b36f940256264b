import type { Grid, GridCell } from '../../requests/documents/index.ts';
import { type Canvas, keepTogether, prepareText, print, structOptions, textArea } from './canvas.ts';
import { setParagraph } from './set-paragraph.ts';

const PADDING = { x: 3, y: 3 };
const STYLE = { size: 9, pitch: 12.5 };

interface PlacedCell extends GridCell {
  readonly x: number;
  readonly width: number;
}

/** Where each cell of a row stands, in points. */
function placeCells(row: readonly GridCell[], edges: readonly number[]): PlacedCell[] {
  let column = 0;
  return row.map((cell) => {
    const x = edges[column] ?? 0;
    column += cell.span ?? 1;
    return { ...cell, x, width: (edges[column] ?? x) - x };
  });
}

/** A table with spans; a row is not broken over pages. */
export function setGrid(canvas: Canvas, { caption, widths, rows }: Grid): void {
  const { pdf, root } = canvas;
  const { x, width } = textArea(canvas);
  const whole = widths.reduce((sum, share) => sum + share, 0);
  const edges = [x];
  for (const share of widths) edges.push((edges.at(-1) ?? x) + (share / whole) * width);
  setParagraph(canvas, caption, { bold: true, keep: STYLE.pitch * 6, before: 4 });
  const table = pdf.struct('Table');
  root.add(table);
  pdf.y += 4;
  for (const row of rows) {
    const cells = placeCells(row, edges).map((cell) => ({ ...cell, printed: print(canvas, cell.text) }));
    const optionsOf = (cell: PlacedCell) =>
      prepareText(canvas, cell.width - 2 * PADDING.x, { ...STYLE, align: cell.head === 'row' ? 'left' : 'center' });
    const heights = cells.map((cell) => pdf.heightOfString(cell.printed.text || ' ', optionsOf(cell)));
    const height = Math.max(...heights) + 2 * PADDING.y;
    keepTogether(canvas, height);
    const y = pdf.y;
    const line = pdf.struct('TR');
    table.add(line);
    for (const cell of cells) {
      const element = pdf.struct(cell.head ? 'TH' : 'TD', structOptions(cell.printed));
      line.add(element);
      element.add(() => pdf.text(cell.printed.text, cell.x + PADDING.x, y + PADDING.y, optionsOf(cell)));
    }
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf.save().lineWidth(0.6);
    for (const cell of cells) pdf.rect(cell.x, y, cell.width, height).stroke();
    pdf.restore();
    pdf.endMarkedContent();
    pdf.y = y + height;
    line.end();
  }
  table.end();
  pdf.x = x;
  pdf.y += 8;
}
