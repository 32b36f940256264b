import { type Canvas, keepTogether, type prepareText, type print, structOptions } from './canvas.ts';

/** A cell of a row, in points, with its text as it is printed. */
export interface RowCell {
  readonly x: number;
  readonly width: number;
  readonly head: boolean;
  readonly printed: ReturnType<typeof print>;
  readonly options: ReturnType<typeof prepareText>;
}

/** A row of a table with a box around each cell, not broken over pages. */
export function setRow(
  canvas: Canvas,
  table: ReturnType<Canvas['pdf']['struct']>,
  cells: readonly RowCell[],
  padding: { readonly x: number; readonly y: number },
): void {
  const { pdf } = canvas;
  const heights = cells.map(({ printed, options }) => pdf.heightOfString(printed.text || ' ', options));
  const height = Math.max(...heights) + 2 * padding.y;
  keepTogether(canvas, height);
  const y = pdf.y;
  const line = pdf.struct('TR');
  table.add(line);
  for (const { x, head, printed, options } of cells) {
    const element = pdf.struct(head ? 'TH' : 'TD', structOptions(printed));
    line.add(element);
    element.add(() => pdf.text(printed.text, x + padding.x, y + padding.y, options));
  }
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.save().lineWidth(0.6);
  for (const { x, width } of cells) pdf.rect(x, y, width, height).stroke();
  pdf.restore();
  pdf.endMarkedContent();
  pdf.y = y + height;
  line.end();
}
