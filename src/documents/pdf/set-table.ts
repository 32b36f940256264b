import { type Canvas, prepareText, print, textArea } from './canvas.ts';
import { setRow } from './set-row.ts';

const PADDING = { x: 6, y: 5 };

/** A table with a head and equal columns; a row is not broken over pages. */
export function setTable(canvas: Canvas, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const { pdf, root } = canvas;
  const { x, width } = textArea(canvas);
  const column = width / head.length;
  const style = { size: Math.min(canvas.style.size, 12), pitch: Math.min(canvas.style.size, 12) * 1.7 };
  const table = pdf.struct('Table');
  root.add(table);
  pdf.y += 4;
  for (const [index, row] of [head, ...rows].entries()) {
    const options = prepareText(canvas, column - 2 * PADDING.x, { ...style, align: 'center' });
    const cells = row.map((cell, at) => ({
      x: x + at * column,
      width: column,
      head: index === 0,
      printed: print(canvas, cell),
      options,
    }));
    setRow(canvas, table, cells, PADDING);
  }
  table.end();
  pdf.x = x;
  pdf.y += 8;
}
