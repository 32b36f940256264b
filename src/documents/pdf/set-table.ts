import { type Canvas, keepTogether, prepareText, print, structOptions, textArea } from './canvas.ts';

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
    const cells = row.map((cell) => print(canvas, cell));
    const height = Math.max(...cells.map((cell) => pdf.heightOfString(cell.text || ' ', options))) + 2 * PADDING.y;
    keepTogether(canvas, height);
    const y = pdf.y;
    const line = pdf.struct('TR');
    table.add(line);
    for (const [at, cell] of cells.entries()) {
      const element = pdf.struct(index === 0 ? 'TH' : 'TD', structOptions(cell));
      line.add(element);
      element.add(() => pdf.text(cell.text, x + at * column + PADDING.x, y + PADDING.y, options));
    }
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf.save().lineWidth(0.6);
    for (const at of cells.keys()) pdf.rect(x + at * column, y, column, height).stroke();
    pdf.restore();
    pdf.endMarkedContent();
    pdf.y = y + height;
    line.end();
  }
  table.end();
  pdf.x = x;
  pdf.y += 8;
}
