import { type Canvas, keepTogether, type prepareText, type print, structOptions } from './canvas.ts';

/** A cell of a row, in points, with its text as it is printed. */
export interface RowCell {
  readonly x: number;
  readonly width: number;
  readonly head: boolean;
  readonly printed: ReturnType<typeof print>;
  readonly options: ReturnType<typeof prepareText>;
}

interface Padding {
  readonly x: number;
  readonly y: number;
}

/** Points a row takes. */
export function heightOfRow({ pdf }: Canvas, cells: readonly RowCell[], padding: Padding): number {
  const heights = cells.map(({ printed, options }) => pdf.heightOfString(printed.text || ' ', options));
  return Math.max(...heights) + 2 * padding.y;
}

function drawBoxes({ pdf }: Canvas, cells: readonly RowCell[], y: number, height: number): void {
  pdf.save().lineWidth(0.6);
  for (const { x, width } of cells) pdf.rect(x, y, width, height).stroke();
  pdf.restore();
}

/** A row of a table with a box around each cell, not broken over pages. */
export function setRow(
  canvas: Canvas,
  table: ReturnType<Canvas['pdf']['struct']>,
  cells: readonly RowCell[],
  padding: Padding,
): void {
  const { pdf } = canvas;
  const height = heightOfRow(canvas, cells, padding);
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
  drawBoxes(canvas, cells, y, height);
  pdf.endMarkedContent();
  pdf.y = y + height;
  line.end();
}

/** A row shown once more at the head of the next page: for the eye, a screen reader knows it already. */
export function repeatRow(canvas: Canvas, cells: readonly RowCell[], padding: Padding): void {
  const { pdf } = canvas;
  const height = heightOfRow(canvas, cells, padding);
  const y = pdf.y;
  pdf.markContent('Artifact', { type: 'Pagination' });
  for (const { x, printed, options } of cells) pdf.text(printed.text, x + padding.x, y + padding.y, options);
  drawBoxes(canvas, cells, y, height);
  pdf.endMarkedContent();
  pdf.y = y + height;
}
