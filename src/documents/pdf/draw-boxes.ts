import { type Box, EMPTY_BOX, TICKED_BOX } from '../../requests/documents/index.ts';
import { type Canvas, prepareText, print } from './canvas.ts';

/** A box with or without a tick, drawn because the font has neither; its actual text is the character. */
function drawBox({ pdf }: Canvas, x: number, y: number, side: number, ticked: boolean): void {
  pdf.markContent('Span', { actual: ticked ? TICKED_BOX : EMPTY_BOX });
  pdf.save().lineWidth(0.8).rect(x, y, side, side).stroke();
  if (ticked) {
    pdf
      .lineWidth(1.4)
      .moveTo(x + side * 0.18, y + side * 0.52)
      .lineTo(x + side * 0.42, y + side * 0.8)
      .lineTo(x + side * 0.88, y + side * 0.18)
      .stroke();
  }
  pdf.restore();
  pdf.endMarkedContent();
}

interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

interface BoxArea {
  readonly width: number;
  readonly size: number;
  readonly pitch: number;
}

/** Where each box goes when they follow one another in lines of `width`, from 0/0; and the height of all. */
export function placeBoxes(
  canvas: Canvas,
  boxes: readonly Box[],
  { width, size, pitch }: BoxArea,
): { readonly places: readonly BoxPlace[]; readonly height: number } {
  prepareText(canvas, width, { size, pitch });
  let [x, y] = [0, 0];
  const places = boxes.map((box): BoxPlace => {
    const wide = size * 1.3 + canvas.pdf.widthOfString(print(canvas, box.text).text) + size * 1.5;
    if (x > 0 && x + wide - size * 1.5 > width) [x, y] = [0, y + pitch];
    const place = { x, y, box };
    x += wide;
    return place;
  });
  return { places, height: y + pitch };
}

/** Draws boxes placed by `placeBoxes` with their texts. */
export function drawBoxes(
  canvas: Canvas,
  places: readonly BoxPlace[],
  at: { x: number; y: number },
  area: BoxArea,
): void {
  const { pdf } = canvas;
  const { size, pitch } = area;
  const { lineGap = 0 } = prepareText(canvas, area.width, { size, pitch });
  const line = pitch - lineGap;
  for (const { x, y, box } of places) {
    drawBox(canvas, at.x + x, at.y + y + (line - size * 0.85) / 2, size * 0.85, box.ticked);
    pdf.text(print(canvas, box.text).text, at.x + x + size * 1.3, at.y + y, {
      width: Math.max(area.width - x - size * 1.3, size),
      lineGap,
    });
  }
}
