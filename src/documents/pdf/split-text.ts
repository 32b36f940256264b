import type { Canvas, prepareText } from './canvas.ts';

/** Cuts a text so that the first part is no higher than `height` points; an empty first part when not a line fits. */
export function splitToFit(
  { pdf }: Canvas,
  text: string,
  options: ReturnType<typeof prepareText>,
  height: number,
): readonly [string, string] {
  const characters = [...text];
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pdf.heightOfString(characters.slice(0, middle).join(''), options) <= height + 0.1) low = middle;
    else high = middle - 1;
  }
  return [characters.slice(0, low).join(''), characters.slice(low).join('')];
}
