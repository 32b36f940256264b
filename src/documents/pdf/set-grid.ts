import { countHeadRows, type Grid, type GridCell } from '../../requests/documents/index.ts';
import { type Canvas, keepTogether, prepareText, print, textArea } from './canvas.ts';
import { setParagraph } from './set-paragraph.ts';
import { heightOfRow, type RowCell, repeatRow, setRow } from './set-row.ts';

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
  const heads = countHeadRows(rows);
  const set: RowCell[][] = [];
  for (const [at, row] of rows.entries()) {
    const cells = placeCells(row, edges).map(({ x: left, width: room, head, text }) => ({
      x: left,
      width: room,
      head: head !== undefined,
      printed: print(canvas, text),
      options: prepareText(canvas, room - 2 * PADDING.x, { ...STYLE, align: head === 'row' ? 'left' : 'center' }),
    }));
    const { page } = pdf;
    keepTogether(canvas, heightOfRow(canvas, cells, PADDING));
    if (at < heads) set.push(cells);
    else if (pdf.page !== page) for (const head of set) repeatRow(canvas, head, PADDING);
    setRow(canvas, table, cells, PADDING);
  }
  table.end();
  pdf.x = x;
  pdf.y += 8;
}
